package chat.salon.store.search;

import chat.salon.core.Fold;
import java.io.IOException;
import org.apache.lucene.analysis.TokenFilter;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;

/// Makes words what they are looked for as: small letters without accents.
final class FoldFilter extends TokenFilter {
  private static final int PAST_ASCII = 0x80;

  private final CharTermAttribute term = addAttribute(CharTermAttribute.class);

  FoldFilter(TokenStream input) {
    super(input);
  }

  @Override
  public boolean incrementToken() throws IOException {
    if (!input.incrementToken()) {
      return false;
    }
    if (!foldAscii()) {
      var folded = Fold.sought(term.toString());
      term.setEmpty().append(folded);
    }
    return true;
  }

  // Most words have nothing but these.
  private boolean foldAscii() {
    var letters = term.buffer();
    int length = term.length();
    for (int i = 0; i < length; i++) {
      if (letters[i] >= PAST_ASCII) {
        return false;
      }
    }
    for (int i = 0; i < length; i++) {
      letters[i] = Character.toLowerCase(letters[i]);
    }
    return true;
  }
}
