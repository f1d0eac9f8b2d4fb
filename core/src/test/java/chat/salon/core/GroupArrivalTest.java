package chat.salon.core;

import static org.assertj.core.api.Assertions.assertThat;

import chat.salon.core.Event.Added;
import chat.salon.core.Event.Said.Form;
import chat.salon.core.Outcome.Done;
import chat.salon.core.request.CreateGroup;
import chat.salon.core.request.Newcomer;
import chat.salon.core.request.Say;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class GroupArrivalTest {
  private final Cast cast = Cast.fresh();

  @Test
  void who_connects_while_being_added_is_in_by_the_next_message() throws InterruptedException {
    var lea = cast.member("lea");
    var group = cast.salon.groups().newName();
    var isStoring = new CountDownLatch(1);
    var mayStore = new CountDownLatch(1);
    cast.store.beforeAppend =
        () -> {
          cast.store.beforeAppend = () -> {};
          isStoring.countDown();
          await(mayStore);
        };
    var bob = new Newcomer(AccountName.trusted("bob"), "bob");
    var asked = cast.salon.ask(lea.presence, lea, null, group, new CreateGroup(List.of(bob), ""));
    await(isStoring);
    // The seat is not stored yet, so that it is not among bob's channels.
    var late = cast.member("bob");
    assertThat(cast.salon.ownChannels(late.presence)).isEmpty();
    mayStore.countDown();

    assertThat(Salon.await(asked)).isInstanceOf(Done.class);
    var said = new Say(Form.MESSAGE, "welcome", Map.of(), null);
    Salon.await(cast.salon.ask(lea.presence, lea, null, group, said));
    assertThat(late.heard()).containsExactly("welcome");
    assertThat(late.presence.channels()).containsExactly(group);
    assertThat(lea.seen).hasAtLeastOneElementOfType(Added.class);
  }

  private static void await(CountDownLatch latch) {
    try {
      assertThat(latch.await(10, TimeUnit.SECONDS)).isTrue();
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }
}
