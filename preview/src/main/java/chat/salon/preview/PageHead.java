package chat.salon.preview;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import chat.salon.outbound.Bytes;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jsoup.nodes.Element;
import org.jsoup.parser.Parser;
import org.jsoup.parser.StreamParser;

/// What the head of a page says of it, as plain text. Elements are forgotten as they are read, and
/// nothing is read after the head: what a page may cost does not depend on what it is.
///
/// @param site empty when it names none
/// @param title never empty
/// @param description empty for none
record PageHead(String site, String title, String description) {
  private static final int DEEPEST = 100;
  private static final int LONGEST_SITE = 100;
  private static final int LONGEST_TITLE = 300;
  private static final int LONGEST_DESCRIPTION = 500;
  private static final int SNIFFED = 1024;
  private static final List<String> TITLES = List.of("og:title", "twitter:title", "title");
  private static final List<String> SITES = List.of("og:site_name", "application-name");
  private static final List<String> DESCRIPTIONS =
      List.of("og:description", "twitter:description", "description");
  private static final Set<String> IN_HEAD =
      Set.of("title", "meta", "link", "script", "style", "base", "noscript", "template");
  private static final Pattern CHARSET =
      Pattern.compile("charset\\s*=\\s*[\"']?([A-Za-z0-9_.:-]{2,40})", Pattern.CASE_INSENSITIVE);
  // Control characters, those that turn the direction of what follows, and what nobody sees; not
  // those that join letters and emoji.
  private static final Pattern UNSEEN =
      Pattern.compile("[\\p{Cc}\\p{Cf}\\p{Co}\\p{Cn}\\p{Cs}&&[^\\x{200C}\\x{200D}]]");
  private static final Pattern SPACE = Pattern.compile("[\\p{Z}\\s]+");

  /// @param type the header Content-Type
  static Optional<PageHead> read(Bytes page, String type) {
    var said = new HashMap<String, String>();
    var reader = new InputStreamReader(page.stream(), charset(page, type));
    try (var parser = new StreamParser(Parser.htmlParser().setMaxDepth(DEEPEST))) {
      var elements = parser.parse(reader, "").iterator();
      boolean isInHead = true;
      while (isInHead && elements.hasNext()) {
        var element = elements.next();
        isInHead = IN_HEAD.contains(element.normalName());
        note(element, said);
        if (element.parent() != null) {
          element.remove();
        }
      }
      parser.stop();
    } catch (UncheckedIOException e) {
      throw new IllegalStateException("bytes cannot be read", e);
    }
    return head(said);
  }

  private static void note(Element element, Map<String, String> said) {
    if ("title".equals(element.normalName())) {
      said.putIfAbsent("title", element.wholeText());
    } else if ("meta".equals(element.normalName())) {
      var name = element.hasAttr("property") ? element.attr("property") : element.attr("name");
      var known = name.toLowerCase(Locale.ROOT);
      if (SITES.contains(known) || TITLES.contains(known) || DESCRIPTIONS.contains(known)) {
        said.putIfAbsent(known, element.attr("content"));
      }
    }
  }

  private static Optional<PageHead> head(Map<String, String> said) {
    var title = first(said, LONGEST_TITLE, TITLES);
    return title.isEmpty()
        ? Optional.empty()
        : Optional.of(
            new PageHead(
                first(said, LONGEST_SITE, SITES),
                title,
                first(said, LONGEST_DESCRIPTION, DESCRIPTIONS)));
  }

  private static String first(Map<String, String> said, int longest, List<String> names) {
    for (var name : names) {
      var text = plain(said.getOrDefault(name, ""), longest);
      if (!text.isEmpty()) {
        return text;
      }
    }
    return "";
  }

  private static String plain(String text, int longest) {
    var begin = text.substring(0, Math.min(text.length(), 8 * longest));
    var spaced = SPACE.matcher(begin).replaceAll(" ");
    var plain = UNSEEN.matcher(spaced).replaceAll("").strip();
    return plain.codePointCount(0, plain.length()) <= longest
        ? plain
        : plain.substring(0, plain.offsetByCodePoints(0, longest - 1)).strip() + '…';
  }

  private static Charset charset(Bytes page, String type) {
    var named = CHARSET.matcher(type);
    if (named.find()) {
      return charset(named.group(1));
    }
    try (var in = page.stream()) {
      var written = CHARSET.matcher(new String(in.readNBytes(SNIFFED), ISO_8859_1));
      return written.find() ? charset(written.group(1)) : UTF_8;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Charset charset(String name) {
    try {
      return Charset.forName(name);
    } catch (IllegalArgumentException _) {
      return UTF_8;
    }
  }
}
