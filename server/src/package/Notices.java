import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashSet;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.jar.JarFile;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// Says whose work is in a package: the list THIRD-PARTY.txt, the licences and notices that the jars
/// bring, and the bill of materials, to which it adds the Java runtime. "./salon package" runs it.
///
/// Arguments: the bill that Maven made, the JDK's file `release`, the image, where the bill goes.
final class Notices {
  private static final Pattern TEXT =
      Pattern.compile("(META-INF/)?(LICEN[CS]E|NOTICE|COPYING|COPYRIGHT)[^/]*|META-INF/licenses?/.+");
  private static final String RUNTIME_LICENCE = "GPL-2.0-with-classpath-exception";

  private final JsonMapper json =
      JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();
  private final Path image;

  private Notices(Path image) {
    this.image = image;
  }

  public static void main(String[] arguments) throws IOException {
    var notices = new Notices(Path.of(arguments[2]));
    notices.write(Path.of(arguments[0]), Path.of(arguments[1]), Path.of(arguments[3]));
  }

  private void write(Path mavens, Path release, Path bill) throws IOException {
    var root = (ObjectNode) json.readTree(Files.readString(mavens));
    leaveOutWhatIsNotThere(root);
    var components = (ArrayNode) root.get("components");
    components.add(runtime(release));
    var lines = new TreeMap<String, String>();
    for (var component : components) {
      moveLicenceTexts(component);
      if (!component.path("group").asString("").equals("chat.salon")) {
        var name = component.path("name").asString();
        var version = component.path("version").asString();
        lines.put(
            name,
            "%-45s %-18s %s".formatted(name, version, String.join(" or ", licences(component))));
      }
    }
    Files.writeString(bill, json.writeValueAsString(root).replace("\r\n", "\n") + "\n");
    var text = new ArrayList<String>();
    text.add("Salon is under the Apache License 2.0. These parts of the package are others' work, and");
    text.add("unchanged. What they say themselves is in the folder \"licences\" and in \"runtime/legal\".");
    text.add("Each part's source is at Maven Central under the same name and version, and the Java");
    text.add("runtime's where its publisher has it.");
    text.add("");
    text.addAll(lines.values());
    Files.write(image.resolve("THIRD-PARTY.txt"), text);
    try (var jars = Files.newDirectoryStream(image.resolve("lib"), "*.jar")) {
      for (var jar : jars) {
        copyTexts(jar);
      }
    }
  }

  // Maven counts annotations too, which are needed to compile only.
  private void leaveOutWhatIsNotThere(ObjectNode root) throws IOException {
    Set<String> jars;
    try (var files = Files.list(image.resolve("lib"))) {
      jars = files.map(file -> file.getFileName().toString()).collect(Collectors.toSet());
    }
    var gone = new HashSet<String>();
    for (var component : List.copyOf(root.get("components").values())) {
      var start = component.path("name").asString() + "-" + component.path("version").asString();
      if (jars.stream().noneMatch(jar -> jar.startsWith(start))) {
        gone.add(component.path("bom-ref").asString());
      }
    }
    remove((ArrayNode) root.get("components"), part -> gone.contains(part.path("bom-ref").asString()));
    var dependencies = (ArrayNode) root.get("dependencies");
    remove(dependencies, part -> gone.contains(part.path("ref").asString()));
    for (var dependency : dependencies) {
      if (dependency.path("dependsOn") instanceof ArrayNode on) {
        remove(on, part -> gone.contains(part.asString()));
      }
    }
  }

  private static void remove(ArrayNode array, Predicate<JsonNode> which) {
    for (int i = array.size() - 1; i >= 0; i--) {
      if (which.test(array.get(i))) {
        array.remove(i);
      }
    }
  }

  // For those that bring no text themselves. Salon's own LICENSE is the text of Apache-2.0.
  private void moveLicenceTexts(JsonNode component) throws IOException {
    for (var entry : component.path("licenses")) {
      if (entry.path("license") instanceof ObjectNode licence
          && licence.remove("text") instanceof ObjectNode text
          && licence.has("id")
          && !licence.get("id").asString().equals("Apache-2.0")) {
        var content = text.get("content").asString();
        var place = image.resolve("licences").resolve(licence.get("id").asString() + ".txt");
        Files.createDirectories(place.getParent());
        Files.write(
            place,
            text.path("encoding").asString("").equals("base64")
                ? Base64.getMimeDecoder().decode(content)
                : content.getBytes(UTF_8));
      }
    }
  }

  private ObjectNode runtime(Path release) throws IOException {
    var facts = new Properties();
    try (var in = Files.newInputStream(release)) {
      facts.load(in);
    }
    var runtime = json.createObjectNode();
    runtime.put("type", "platform");
    runtime.put("bom-ref", "java-runtime");
    runtime.put("publisher", fact(facts, "IMPLEMENTOR"));
    runtime.put("name", "openjdk");
    runtime.put("version", fact(facts, "JAVA_RUNTIME_VERSION"));
    runtime.put("description", "The trimmed Java runtime in the folder runtime.");
    runtime.putArray("licenses").addObject().putObject("license").put("id", RUNTIME_LICENCE);
    return runtime;
  }

  private static String fact(Properties facts, String name) {
    return facts.getProperty(name, "unknown").replace("\"", "");
  }

  private static List<String> licences(JsonNode component) {
    var names = new ArrayList<String>();
    for (var entry : component.path("licenses")) {
      var licence = entry.path("license");
      for (var name :
          List.of(entry.path("expression"), licence.path("id"), licence.path("name"))) {
        if (!name.isMissingNode()) {
          names.add(name.asString());
          break;
        }
      }
    }
    if (names.isEmpty()) {
      throw new IllegalStateException("without a licence: " + component.path("purl"));
    }
    return names;
  }

  private void copyTexts(Path jar) throws IOException {
    try (var file = new JarFile(jar.toFile())) {
      for (var entry : file.stream().toList()) {
        if (!entry.isDirectory() && TEXT.matcher(entry.getName()).matches()) {
          var name = entry.getName().replaceFirst("META-INF/", "").replace('/', '-');
          var folder = jar.getFileName().toString().replaceFirst("\\.jar$", "");
          var place = image.resolve("licences").resolve(folder).resolve(name);
          Files.createDirectories(place.getParent());
          try (InputStream in = file.getInputStream(entry)) {
            Files.write(place, in.readAllBytes());
          }
        }
      }
    }
  }
}
