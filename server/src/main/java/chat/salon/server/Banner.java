package chat.salon.server;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.NetworkInterface;
import java.net.SocketException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// What the person who starts the server reads: where it is, and what to do next.
///
/// @param server its name
/// @param identity of the TLS listeners; null without any
/// @param isSelfSigned whether clients have to pin the certificate
/// @param code makes the first administrator
record Banner(
    String server,
    Server.Ports ports,
    @Nullable Identity identity,
    boolean isSelfSigned,
    Path data,
    Optional<String> code) {

  // The first group of zeros in an IPv6 address.
  private static final Pattern ZEROS = Pattern.compile("(?:^|:)(?:0(?::|$)){2,}");

  List<String> lines() {
    var lines = new ArrayList<String>();
    lines.add("Salon " + VersionCommand.version() + " is ready, as " + server + ".");
    lines.add("");
    places(ports.ircTls()).ifPresent(places -> lines.add("  IRC with TLS  " + places));
    places(ports.irc()).ifPresent(places -> lines.add("  IRC           " + places));
    places(ports.webSocketTls()).ifPresent(places -> lines.add("  WebSocket TLS " + places));
    places(ports.webSocket()).ifPresent(places -> lines.add("  WebSocket     " + places));
    pages(ports).forEach(page -> lines.add("  Web           " + page));
    places(ports.metrics()).ifPresent(places -> lines.add("  Metrics       " + places));
    if (identity != null) {
      lines.add("  Certificate   SHA-256 " + identity.fingerprint());
      lines.add(
          "                "
              + (isSelfSigned ? "made by Salon itself: clients pin it" : "your own")
              + "; good until "
              + LocalDate.ofInstant(identity.expiry(), ZoneOffset.UTC));
    }
    lines.add("  Data          " + data.toAbsolutePath().normalize());
    lines.add("");
    pages(ports).stream()
        .findFirst()
        .ifPresent(page -> {
          lines.add("Open " + page + " in a browser.");
          lines.add("");
        });
    lines.add("Connect with any IRC client, for example");
    lines.addAll(clients());
    code.ifPresent(secret -> {
      lines.add("");
      lines.add(
          "Nobody is administrator yet. Whoever registers in the browser with this code is, or");
      lines.add("hands it in from an IRC client. It is good once and until the server stops:");
      lines.add("  " + secret);
      lines.add("  /msg NickServ REGISTER a-good-password");
      lines.add("  /msg NickServ ADMIN " + secret);
    });
    lines.add("");
    lines.add("Ctrl-C stops it. \"salon check\" explains the configuration.");
    return lines;
  }

  /// The addresses to open: on this machine first, where a browser needs no certificate.
  private static List<String> pages(Server.Ports ports) {
    var plain =
        ports.web().stream()
            .map(place ->
                "http://"
                    + (isLocal(place) ? "localhost" : bracketed(host(place)))
                    + ":"
                    + place.port());
    var tls =
        ports.webTls().stream()
            .map(place -> "https://" + bracketed(host(place)) + ":" + place.port());
    return Stream.concat(plain, tls).distinct().toList();
  }

  private static boolean isLocal(Endpoint place) {
    return place.host().equals("127.0.0.1") || place.host().equals("::1") || place.isEverywhere();
  }

  private static String bracketed(String host) {
    return host.contains(":") ? "[" + host + "]" : host;
  }

  private static Optional<String> places(List<Endpoint> endpoints) {
    return endpoints.isEmpty()
        ? Optional.empty()
        : Optional.of(endpoints.stream().map(Banner::place).collect(Collectors.joining(", ")));
  }

  private static String place(Endpoint endpoint) {
    if (!endpoint.isEverywhere()) {
      return endpoint.toString();
    }
    return "port "
        + endpoint.port()
        + " of "
        + reachable(endpoint).map(Banner::shown).collect(Collectors.joining(", "));
  }

  // ---- How to connect ----

  private List<String> clients() {
    if (identity == null) {
      var place = ports.irc().getFirst(); // there is one, as there is none with TLS
      return plain(host(place), place.port());
    }
    var place = ports.ircTls().getFirst();
    return tls(host(place), place.port(), identity.fingerprint());
  }

  private static List<String> plain(String host, int port) {
    return List.of(
        "  irssi    /connect -notls " + host + " " + port,
        "  WeeChat  /server add salon " + host + "/" + port + " -notls");
  }

  private List<String> tls(String host, int port, String fingerprint) {
    var pinIrssi = isSelfSigned ? " -notls_verify -tls_pinned_cert " + fingerprint : "";
    var pinWeechat = isSelfSigned ? " -tls_fingerprint=" + fingerprint.replace(":", "") : "";
    return List.of(
        "  irssi    /connect -tls" + pinIrssi + " " + host + " " + port,
        "  WeeChat  /server add salon " + host + "/" + port + " -tls" + pinWeechat,
        "           /connect salon      (WeeChat 3 says -ssl and -ssl_fingerprint)");
  }

  private static String host(Endpoint endpoint) {
    return endpoint.isEverywhere()
        ? reachable(endpoint).findFirst().map(Banner::shown).orElse("localhost")
        : endpoint.host();
  }

  // ---- Where we are ----

  /// The addresses of this machine that others may reach, IPv4 first; loopback when there is none.
  private static Stream<InetAddress> reachable(Endpoint endpoint) {
    try {
      var own =
          NetworkInterface.networkInterfaces()
              .flatMap(NetworkInterface::inetAddresses)
              .filter(address -> !address.isLoopbackAddress() && !address.isLinkLocalAddress())
              .filter(address -> endpoint.host().equals("::") || !(address instanceof Inet6Address))
              .sorted(Comparator.comparing(Inet6Address.class::isInstance))
              .toList();
      return own.isEmpty() ? Stream.of(InetAddress.getLoopbackAddress()) : own.stream();
    } catch (SocketException e) {
      return Stream.of(InetAddress.getLoopbackAddress());
    }
  }

  private static String shown(InetAddress address) {
    var text = address.getHostAddress();
    int zone = text.indexOf('%');
    var plain = zone < 0 ? text : text.substring(0, zone);
    return ZEROS.matcher(plain).replaceFirst("::");
  }
}
