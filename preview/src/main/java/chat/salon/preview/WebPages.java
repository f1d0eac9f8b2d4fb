package chat.salon.preview;

import chat.salon.core.Preview;
import chat.salon.core.preview.Pages;
import chat.salon.core.preview.PreviewSettings;
import chat.salon.outbound.Address;
import chat.salon.outbound.Bytes;
import chat.salon.outbound.Call;
import chat.salon.outbound.Outbound;
import chat.salon.outbound.Result.Answered;
import chat.salon.outbound.Rules;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// The pages of the web: HTML alone, asked for by who this server is and nobody else. It has no
/// cookies, and does not say where the link stands.
public final class WebPages implements Pages {
  private static final Rules WEB = Rules.global(true, Set.of(80, 443));

  private final PreviewSettings settings;
  private final Outbound outbound;
  private final Map<String, String> headers;

  /// @param version of this server
  public WebPages(PreviewSettings settings, String version) {
    this(settings, version, new Outbound(settings.local() ? Rules.ANYWHERE : WEB));
  }

  WebPages(PreviewSettings settings, String version, Outbound outbound) {
    this.settings = settings;
    this.outbound = outbound;
    headers =
        Map.of(
            "User-Agent",
            "Salon/" + version + " (link preview)",
            "Accept",
            "text/html, application/xhtml+xml",
            "Accept-Encoding",
            "gzip");
  }

  @Override
  public Optional<Preview> read(String url) {
    return outbound.address(url).flatMap(address -> read(url, address));
  }

  private Optional<Preview> read(String url, Address address) {
    var call =
        Call.get(
            address,
            headers,
            Duration.ofSeconds(settings.seconds()),
            settings.redirects(),
            settings.bytes(),
            WebPages::isHtml);
    return outbound.ask(call) instanceof Answered answered
            && answered.status() == 200
            && isHtml(answered.header("content-type"))
        ? preview(url, answered)
        : Optional.empty();
  }

  private static Optional<Preview> preview(String url, Answered answered) {
    Bytes body = answered.body();
    return PageHead.read(body, answered.header("content-type"))
        .map(head ->
            new Preview(
                url,
                head.site().isEmpty() ? answered.from().host() : head.site(),
                head.title(),
                head.description()));
  }

  private static boolean isHtml(String type) {
    var kind = type.toLowerCase(Locale.ROOT).split(";", 2)[0].strip();
    return "text/html".equals(kind) || "application/xhtml+xml".equals(kind);
  }

  @Override
  public void close() {
    outbound.close();
  }
}
