package chat.salon.core;

import java.util.Optional;
import java.util.regex.Pattern;

/// So many times in so many seconds. As people write it: `5:10`.
///
/// @param times 0 for no bound
/// @param seconds 0 for no bound
public record Quota(int times, int seconds) {
  public static final Quota NONE = new Quota(0, 0);

  private static final Pattern FORM = Pattern.compile("([1-9][0-9]{0,5}):([1-9][0-9]{0,5})");

  /// Reads one; empty for what is none. It is never [#NONE].
  public static Optional<Quota> parse(String text) {
    var form = FORM.matcher(text);
    return form.matches()
        ? Optional.of(new Quota(Integer.parseInt(form.group(1)), Integer.parseInt(form.group(2))))
        : Optional.empty();
  }

  /// Whether it bounds nothing.
  public boolean isNone() {
    return times == 0;
  }

  /// Whether it is within another in both.
  public boolean isWithin(Quota most) {
    return times <= most.times && seconds <= most.seconds;
  }

  @Override
  public String toString() {
    return times + ":" + seconds;
  }
}
