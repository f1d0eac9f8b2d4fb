package chat.salon.web.http;

import static java.nio.charset.StandardCharsets.UTF_8;

import chat.salon.web.Json;
import chat.salon.web.Problems;
import io.vertx.core.http.HttpServerRequest;
import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import tools.jackson.databind.node.ObjectNode;

/// The files of the web app, from the jar: a fixed map, read when the door is made, so that no path
/// leads anywhere else.
final class StaticFiles {
  private static final String ROOT = "/webapp";
  private static final String INDEX = "/index.html";
  // A page of its own, because it may talk to other servers: it is never loaded into the app.
  private static final String SERVERS = "/servers";
  private static final String MANIFEST = "/manifest.webmanifest";
  private static final Pattern HASHED = Pattern.compile(".*[-.][A-Za-z0-9_-]{8,}\\.[a-z0-9]+");
  // Of a conversation or a person, in whose names dots may be.
  private static final Pattern PAGE = Pattern.compile("/(c|d|profile)/.*");
  private static final Map<String, String> TYPES =
      Map.ofEntries(
          Map.entry("html", "text/html; charset=utf-8"),
          Map.entry("js", "text/javascript; charset=utf-8"),
          Map.entry("css", "text/css; charset=utf-8"),
          Map.entry("json", "application/json; charset=utf-8"),
          Map.entry("webmanifest", "application/manifest+json; charset=utf-8"),
          Map.entry("svg", "image/svg+xml"),
          Map.entry("png", "image/png"),
          Map.entry("ico", "image/x-icon"),
          Map.entry("webp", "image/webp"),
          Map.entry("woff2", "font/woff2"),
          Map.entry("txt", "text/plain; charset=utf-8"),
          Map.entry("map", "application/json; charset=utf-8"));
  private static final String NO_APP =
      """
      <!doctype html>
      <html lang="en">
      <title>Salon</title>
      <h1>Salon</h1>
      <p>This server was built without its web app. Programs find <a href="/api/openapi.json">the
      HTTP API</a> here, and the WebSocket at /ws; people can connect by IRC.</p>
      """;

  private final Map<String, byte[]> files;
  private final String serverName;

  private StaticFiles(Map<String, byte[]> files, String serverName) {
    this.files = files;
    this.serverName = serverName;
  }

  /// @param serverName by which the installed app is called
  static StaticFiles ofWebApp(String serverName) {
    var root = StaticFiles.class.getResource(ROOT);
    if (root == null) {
      return new StaticFiles(Map.of(INDEX, NO_APP.getBytes(UTF_8)), serverName);
    }
    try {
      var files = read(root.toURI());
      files.putIfAbsent(INDEX, NO_APP.getBytes(UTF_8));
      return new StaticFiles(Map.copyOf(files), serverName);
    } catch (IOException | URISyntaxException e) {
      throw new IllegalStateException("cannot read the web app", e);
    }
  }

  private static Map<String, byte[]> read(URI root) throws IOException {
    if (!root.getScheme().equals("jar")) {
      return read(Path.of(root));
    }
    try (var jar = FileSystems.newFileSystem(root, Map.of())) {
      return read(jar.getPath(ROOT));
    }
  }

  private static Map<String, byte[]> read(Path root) throws IOException {
    var files = new HashMap<String, byte[]>();
    try (var paths = Files.walk(root)) {
      for (var path : paths.filter(Files::isRegularFile).toList()) {
        var name = "/" + root.relativize(path).toString().replace('\\', '/');
        files.put(name, Files.readAllBytes(path));
      }
    }
    return files;
  }

  /// Sends the file of a path; a path of the app itself gets its page.
  void send(String path, HttpServerRequest request, Response out) {
    var name = path.equals("/") ? INDEX : path;
    if (name.equals(SERVERS) && files.containsKey(SERVERS + ".html")) {
      sendPage(SERVERS + ".html", out.lookingAround());
      return;
    }
    boolean isFile = name.lastIndexOf('.') > name.lastIndexOf('/') && !PAGE.matcher(name).matches();
    if (!isFile || name.endsWith(".html")) {
      sendPage(INDEX, out);
    } else if (name.equals(MANIFEST)) {
      sendManifest(out);
    } else if (!files.containsKey(name) || isPacked(name)) {
      out.problem(Problems.notFound());
    } else {
      sendFile(name, request, out);
    }
  }

  private static boolean isPacked(String name) {
    return name.endsWith(".br") || name.endsWith(".gz");
  }

  // Its scripts bear the mark of this answer, without which no browser runs them.
  private void sendPage(String file, Response out) {
    var page = new String(files.getOrDefault(file, new byte[0]), UTF_8);
    var nonce = " nonce=\"" + out.nonce() + "\"";
    var marked =
        page.replace("<script", "<script" + nonce)
            .replace("<link rel=\"modulepreload\"", "<link" + nonce + " rel=\"modulepreload\"");
    out.header("Content-Type", "text/html; charset=utf-8")
        .header("Cache-Control", "no-cache")
        .end(200, marked.getBytes(UTF_8));
  }

  // An installed app bears the name of its server: several can be installed side by side.
  private void sendManifest(Response out) {
    var manifest = new String(files.getOrDefault(MANIFEST, new byte[0]), UTF_8);
    out.header("Content-Type", typeOf(MANIFEST))
        .header("Cache-Control", "no-cache")
        .end(200, Json.bytes(named(Json.parse(manifest).orElseThrow())));
  }

  private ObjectNode named(ObjectNode manifest) {
    return manifest.put("name", serverName).put("short_name", serverName);
  }

  private static String typeOf(String name) {
    var ending = name.substring(name.lastIndexOf('.') + 1);
    return TYPES.getOrDefault(ending, "application/octet-stream");
  }

  private void sendFile(String name, HttpServerRequest request, Response out) {
    out.header("Content-Type", typeOf(name))
        .header(
            "Cache-Control",
            HASHED.matcher(name).matches() ? "public, max-age=31536000, immutable" : "no-cache")
        .header("Vary", "Accept-Encoding");
    var accepted = String.valueOf(request.getHeader("Accept-Encoding"));
    for (var packing : List.of("br", "gzip")) {
      var packed = files.get(name + (packing.equals("br") ? ".br" : ".gz"));
      if (packed != null && accepted.contains(packing)) {
        out.header("Content-Encoding", packing).end(200, packed);
        return;
      }
    }
    out.end(200, files.getOrDefault(name, new byte[0]));
  }
}
