package chat.salon.core;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// What is shown of the pages that a message links to.
///
/// @param shown in the order of the links; empty when they are hidden
/// @param areHidden whether who said it wants none
public record Previews(List<Preview> shown, boolean areHidden) {
  public static final Previews NONE = new Previews(List.of(), false);
  public static final Previews HIDDEN = new Previews(List.of(), true);

  public static Previews of(List<Preview> shown) {
    return shown.isEmpty() ? NONE : new Previews(List.copyOf(shown), false);
  }

  /// Those whose link stands in a text: what was edited away is shown no more.
  public List<Preview> in(String text) {
    if (shown.isEmpty()) {
      return shown;
    }
    var links = Links.of(text);
    return shown.stream().filter(preview -> links.contains(preview.url())).toList();
  }

  /// These and newer ones, as the links of a text stand in it.
  public Previews with(List<Preview> newer, String text) {
    var all = new ArrayList<Preview>();
    for (var link : Links.of(text)) {
      find(newer, link).or(() -> find(shown, link)).ifPresent(all::add);
    }
    return of(all);
  }

  private static Optional<Preview> find(List<Preview> among, String link) {
    return among.stream().filter(preview -> preview.url().equals(link)).findFirst();
  }
}
