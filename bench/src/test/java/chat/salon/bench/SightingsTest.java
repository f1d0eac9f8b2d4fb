package chat.salon.bench;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SightingsTest {
  private final Sightings sightings = new Sightings(1);

  private Verdict seen(Ear.Move... moves) {
    for (var move : moves) {
      sightings.see(0, 1, move);
    }
    return sightings.verdict(2);
  }

  @Test
  void who_comes_and_goes_once_is_clean() {
    assertThat(seen(Ear.Move.JOIN, Ear.Move.QUIT)).isEqualTo(Verdict.CLEAN);
  }

  @Test
  void who_is_not_seen_or_not_seen_leaving_is_lost() {
    assertThat(seen()).isEqualTo(new Verdict(2, 0, 0, 0));
    assertThat(seen(Ear.Move.JOIN)).isEqualTo(new Verdict(1, 0, 0, 0));
  }

  @Test
  void who_is_seen_twice_is_doubled() {
    assertThat(seen(Ear.Move.JOIN, Ear.Move.JOIN, Ear.Move.QUIT, Ear.Move.QUIT))
        .isEqualTo(new Verdict(0, 2, 0, 0));
  }

  @Test
  void who_is_seen_leaving_first_is_out_of_order() {
    assertThat(seen(Ear.Move.QUIT)).isEqualTo(new Verdict(0, 0, 1, 0));
  }
}
