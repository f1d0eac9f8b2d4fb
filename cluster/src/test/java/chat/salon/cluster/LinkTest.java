package chat.salon.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import chat.salon.cluster.Message.Ack;
import chat.salon.cluster.Message.Answer;
import chat.salon.cluster.Message.Frames;
import chat.salon.cluster.Message.Parcel;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Both ends of the way between two nodes, over a wire that loses and delays.
class LinkTest {
  private final List<Long> arrived = new ArrayList<>();
  private final AtomicInteger lost = new AtomicInteger();
  private final AtomicLong ids = new AtomicLong();
  private final ArrayDeque<Message> wire = new ArrayDeque<>();
  private final Inlet inlet =
      new Inlet(2, wire::add, parcel -> arrived.add(((Answer) parcel).id()), lost::incrementAndGet);

  private Link link(int window, int backlog) {
    return new Link(1, ids::incrementAndGet, new Link.Bounds(window, backlog), this::put);
  }

  private synchronized void put(Message message) {
    wire.add(message);
  }

  private static Parcel parcel(long id) {
    return new Answer(id, null);
  }

  // What is handed over comes by another thread.
  private void send(Link link, long first, int count) {
    for (long id = first; id < first + count; id++) {
      link.send(parcel(id));
    }
    link.tick();
  }

  private void carry(Link link, Random chance, double loss) {
    for (var message = take(); message != null; message = take()) {
      if (chance.nextDouble() >= loss) {
        switch (message) {
          case Frames frames -> inlet.arrived(frames);
          case Ack ack -> link.arrived(ack);
          default -> throw new AssertionError(message);
        }
      }
    }
  }

  private synchronized Message take() {
    return wire.poll();
  }

  @ParameterizedTest
  @ValueSource(doubles = {0, 0.1, 0.5, 0.9})
  void everything_arrives_once_and_in_order_whatever_is_lost(double loss) {
    var chance = new Random(42);
    var link = link(100, 10_000);
    int sent = 0;
    while (arrived.size() < 2000) {
      if (sent < 2000) {
        send(link, sent + 1, 50);
        sent += 50;
      }
      carry(link, chance, loss);
      link.tick();
    }
    carry(link, chance, 0);
    assertThat(arrived).isEqualTo(LongStream.rangeClosed(1, 2000).boxed().toList());
    assertThat(lost).hasValue(0);
  }

  @Test
  void what_waits_goes_together_and_no_more_than_the_window_is_on_its_way() {
    var link = link(100, 10_000);
    send(link, 1, 1000);
    assertThat(wire).hasSizeLessThanOrEqualTo(100);
    assertThat(wire.stream().mapToInt(m -> ((Frames) m).parcels().size()).sum()).isEqualTo(100);
  }

  @Test
  void a_node_that_is_too_slow_hears_that_it_has_lost_track() {
    var link = link(10, 100);
    var chance = new Random(42);
    send(link, 1, 10);
    carry(link, chance, 0);
    send(link, 11, 100);
    wire.clear();
    send(link, 111, 5);
    carry(link, chance, 0);
    assertThat(lost).hasValue(1);
    assertThat(arrived).endsWith(111L, 112L, 113L, 114L, 115L).doesNotContain(50L);
    assertThat(link.underWay()).isZero();
  }

  @Test
  void what_an_earlier_link_had_under_way_is_left_out() {
    inlet.arrived(new Frames(1, 7, 1, List.of(parcel(1))));
    inlet.arrived(new Frames(1, 8, 1, List.of(parcel(2))));
    inlet.arrived(new Frames(1, 7, 2, List.of(parcel(3))));
    assertThat(arrived).containsExactly(1L, 2L);
  }
}
