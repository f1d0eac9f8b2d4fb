package chat.salon.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

/// The tests stay quick only while starting a Salon does.
class TestSalonTest {
  private static final int STARTS = 10;

  @Test
  void a_salon_starts_and_stops_in_no_time() {
    TestSalon.start().close(); // classes are loaded
    long starting = 0;
    long stopping = 0;
    for (int i = 0; i < STARTS; i++) {
      long began = System.nanoTime();
      var salon = TestSalon.start();
      long there = System.nanoTime();
      salon.close();
      starting += there - began;
      stopping += System.nanoTime() - there;
    }
    System.out.printf(
        "TestSalon: started in %d ms, stopped in %d ms%n",
        starting / STARTS / 1_000_000, stopping / STARTS / 1_000_000);
    assertThat(Duration.ofNanos(starting / STARTS)).isLessThan(Duration.ofSeconds(1));
  }
}
