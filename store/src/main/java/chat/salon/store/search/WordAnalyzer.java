package chat.salon.store.search;

import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.fr.FrenchAnalyzer;
import org.apache.lucene.analysis.fr.FrenchLightStemFilter;
import org.apache.lucene.analysis.miscellaneous.ASCIIFoldingFilter;
import org.apache.lucene.analysis.standard.StandardTokenizer;
import org.apache.lucene.analysis.util.ElisionFilter;

/// Takes a text apart into words without accents, capitals and elided articles; and the stems of
/// these, if they are wanted. Both have a token for the same parts of a text. A change here is a
/// new [MessageIndex#VERSION].
final class WordAnalyzer extends Analyzer {
  private final boolean toStems;

  WordAnalyzer(boolean toStems) {
    this.toStems = toStems;
  }

  @Override
  protected TokenStreamComponents createComponents(String field) {
    var words = new StandardTokenizer();
    TokenStream folded = new ASCIIFoldingFilter(new FoldFilter(words));
    folded = new ElisionFilter(folded, FrenchAnalyzer.DEFAULT_ARTICLES);
    return new TokenStreamComponents(words, toStems ? new FrenchLightStemFilter(folded) : folded);
  }
}
