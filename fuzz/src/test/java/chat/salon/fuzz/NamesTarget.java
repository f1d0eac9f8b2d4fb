package chat.salon.fuzz;

import chat.salon.core.AccountName;
import chat.salon.core.ChannelName;
import chat.salon.core.Fold;
import chat.salon.core.Glob;
import chat.salon.core.Mask;
import chat.salon.core.Nick;
import chat.salon.wire.Casemapping;
import chat.salon.wire.Line;
import java.text.Normalizer;

/// Names, `one LF other`: folding twice is folding once, the same is what folds to the same, and a
/// name that is taken can stand in a line, in a mask and for itself.
public final class NamesTarget {
  private NamesTarget() {}

  public static void fuzzerTestOneInput(byte[] input) {
    var two = Texts.two(input);
    for (var mapping : Casemapping.values()) {
      fold(mapping, two[0], two[1]);
    }
    Check.same(Casemapping.ASCII.fold(two[0]), Fold.ascii(two[0]), "ascii");
    nick(two[0], two[1]);
    channel(two[0]);
  }

  private static void fold(Casemapping mapping, String one, String other) {
    var folded = mapping.fold(one);
    Check.same(folded, mapping.fold(folded), mapping + " twice");
    Check.same(one.length(), folded.length(), mapping + " length");
    Check.that(mapping.same(one, folded) && mapping.same(folded, one), mapping + " of itself");
    Check.same(folded.equals(mapping.fold(other)), mapping.same(one, other), mapping + " same");
  }

  private static void nick(String text, String other) {
    var parsed = Nick.parse(text);
    Check.same(parsed.isPresent(), AccountName.parse(text).isPresent(), "account of that name");
    if (parsed.isEmpty()) return;
    var nick = parsed.get();
    Check.same(text, nick.shown(), "shown");
    Check.same(nick, Nick.parse(nick.folded()).orElse(null), "folded nick");
    Check.same(Fold.ascii(text), nick.folded(), "folded");
    Check.same(text, Line.word(text), "a parameter");
    Check.that(Normalizer.isNormalized(text, Normalizer.Form.NFC), "not composed");
    Check.that(!Nick.SERVICES.contains(nick.folded()), "a service");
    Check.that(Glob.matches(Mask.of(text).pattern(), text + "!u@h"), "not in its own mask");
    Nick.parse(other)
        .ifPresent(second ->
            Check.same(
                Fold.ascii(text).equals(Fold.ascii(other)), nick.equals(second), "same nick"));
  }

  private static void channel(String text) {
    ChannelName.parse(text)
        .ifPresent(name -> {
          Check.same(text, name.shown(), "shown");
          Check.same(name, ChannelName.parse(name.folded()).orElse(null), "folded channel");
          Check.same(text, Line.word(text), "a parameter");
          Check.that(text.indexOf(',') < 0, "two targets");
        });
  }
}
