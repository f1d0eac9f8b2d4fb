package chat.salon.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/// What is in deploy/ is understood by Salon, and its parts fit together.
class DeployTest {
  private static final Path DEPLOY = Path.of("..", "deploy");

  @TempDir Path folder;

  private final List<JsonNode> manifests = documents(DEPLOY.resolve("kubernetes/salon.yaml"));
  private final JsonNode pods = manifest("StatefulSet", "salon").at("/spec/template");
  private final JsonNode container = pods.at("/spec/containers/0");

  // ---- Kubernetes ----

  @Test
  void salon_understands_the_configuration_of_every_pod() throws IOException {
    for (int i = 0; i < manifest("StatefulSet", "salon").at("/spec/replicas").asInt(); i++) {
      var cluster = configuration("salon-" + i).cluster();
      assertThat(cluster.node())
          .hasToString(
              "salon-%1$d at salon-%1$d.salon-nodes.chat.svc.cluster.local:6690".formatted(i));
      assertThat(cluster.node().uri()).startsWith("salon://salon-" + i + ".salon-nodes.");
    }
  }

  @Test
  void a_pod_has_all_the_files_that_its_configuration_names() throws IOException {
    var configuration = configuration("salon-0");
    var keys = KeyCommand.folder(configuration);
    var listen = configuration.listen();
    assertThat(
            Stream.of(keys.node(), keys.trust(), listen.certificate(), listen.key())
                .map(Path::toString))
        .allMatch(file ->
            list(container.get("volumeMounts")).stream()
                .anyMatch(mount -> file.startsWith(mount.get("mountPath").asString())));
    assertThat(list(container.get("volumeMounts")))
        .allSatisfy(mount ->
            assertThat(list(pods.at("/spec/volumes")))
                .anyMatch(volume -> volume.get("name").equals(mount.get("name"))));
  }

  @Test
  void nodes_and_clients_are_led_to_ports_that_are_listened_on() throws IOException {
    var configuration = configuration("salon-0");
    assertThat(port("nodes"))
        .isEqualTo(configuration.cluster().listen().getFirst().port())
        .isEqualTo(manifest("Service", "salon-nodes").at("/spec/ports/0/port").asInt());
    assertThat(configuration.cluster().join())
        .containsExactly(new Seed(true, new Endpoint("salon-nodes", port("nodes"))));
    assertThat(port(manifest("Service", "salon").at("/spec/ports/0/targetPort").asString()))
        .isEqualTo(configuration.listen().listenTls().getFirst().port());
    assertThat(port("metrics")).isEqualTo(configuration.metrics().listen().getFirst().port());
  }

  @Test
  void the_nodes_find_each_other_before_they_are_ready() {
    var nodes = manifest("Service", "salon-nodes").get("spec");
    assertThat(nodes.get("clusterIP").asString()).isEqualTo("None");
    assertThat(nodes.get("publishNotReadyAddresses").asBoolean()).isTrue();
    assertThat(manifest("StatefulSet", "salon").at("/spec/serviceName").asString())
        .isEqualTo("salon-nodes");
  }

  @Test
  void all_speak_of_the_same_pods_and_take_one_at_a_time() {
    var labels = pods.at("/metadata/labels");
    assertThat(manifest("StatefulSet", "salon").at("/spec/selector/matchLabels")).isEqualTo(labels);
    assertThat(manifest("Service", "salon").at("/spec/selector")).isEqualTo(labels);
    assertThat(manifest("Service", "salon-nodes").at("/spec/selector")).isEqualTo(labels);
    var budget = manifest("PodDisruptionBudget", "salon").get("spec");
    assertThat(budget.at("/selector/matchLabels")).isEqualTo(labels);
    assertThat(budget.get("maxUnavailable").asInt()).isEqualTo(1);
  }

  @Test
  void a_probe_asks_what_the_server_answers() throws IOException {
    var options = new HashMap<String, Sources.Option>();
    Map.of(
            "server.data", folder.resolve("data").toString(),
            "irc.listen", "127.0.0.1:0",
            "irc.listen_tls", "none",
            "web.listen", "none",
            "web.listen_tls", "none",
            "metrics.listen", "127.0.0.1:0")
        .forEach((key, value) -> options.put(key, new Sources.Option("--test", value)));
    var sources = new Sources(folder.resolve("salon.toml"), true, Map.of(), options);
    var read = (Reading.Good) ConfigurationReader.read(sources);
    try (var server = Server.start(sources, read.configuration())) {
      for (var probe : List.of("startupProbe", "livenessProbe", "readinessProbe")) {
        var get = container.get(probe).get("httpGet");
        assertThat(get.get("port").asString()).isEqualTo("metrics");
        int port = server.ports().metrics().getFirst().port();
        assertThat(Http.status(port, get.get("path").asString())).as(probe).isEqualTo(200);
      }
    }
  }

  private int port(String name) {
    return list(container.get("ports")).stream()
        .filter(port -> port.get("name").asString().equals(name))
        .findFirst()
        .orElseThrow()
        .get("containerPort")
        .asInt();
  }

  private Configuration configuration(String pod) throws IOException {
    var toml = manifest("ConfigMap", "salon").at("/data/salon.toml").asString();
    var variables = new HashMap<>(Map.of("POD_NAME", pod, "POD_NAMESPACE", "chat"));
    for (var variable : container.get("env")) {
      var name = variable.get("name").asString();
      var value = variable.path("value").asString("from elsewhere");
      variables.putIfAbsent(
          name,
          value
              .replace("$(POD_NAME)", pod)
              .replace("$(POD_NAMESPACE)", variables.get("POD_NAMESPACE")));
    }
    return read(toml, variables);
  }

  private JsonNode manifest(String kind, String name) {
    return manifests.stream()
        .filter(each -> each.get("kind").asString().equals(kind))
        .filter(each -> each.at("/metadata/name").asString().equals(name))
        .findFirst()
        .orElseThrow();
  }

  private static List<JsonNode> list(JsonNode array) {
    return StreamSupport.stream(array.spliterator(), false).toList();
  }

  private static List<JsonNode> documents(Path file) {
    return new YAMLMapper().readerFor(JsonNode.class).<JsonNode>readValues(file.toFile()).readAll();
  }

  // ---- systemd ----

  @Test
  void salon_understands_the_configuration_of_the_first_node() throws IOException {
    var text = Files.readString(DEPLOY.resolve("systemd/a.toml"));
    assertThat(read(text, Map.of()).server().name()).isEqualTo("a.chat.example.org");
  }

  @Test
  void a_node_is_served_as_the_package_serves_but_in_its_own_folder() throws IOException {
    var own = Files.readAllLines(DEPLOY.resolve("systemd/salon@.service"));
    var packages = Files.readAllLines(Path.of("src/package/salon.service"));
    assertThat(own).filteredOn(line -> !packages.contains(line)).hasSize(6);
    assertThat(own)
        .contains("WorkingDirectory=/var/lib/salon-nodes/%i", "ExecStart=/usr/bin/salon serve");
    assertThat(own).hasSameSizeAs(packages);
  }

  /// What Salon makes of a file and an environment, when it understands all of it.
  private Configuration read(String toml, Map<String, String> variables) throws IOException {
    // Until the store knows database servers, what is said of them is left out.
    boolean hasDatabases = Schema.key("store", "password").isPresent();
    var known = new HashMap<>(variables);
    if (!hasDatabases) {
      known.remove("SALON_STORE_PASSWORD");
    }
    var text = hasDatabases ? toml : toml.replaceAll("(?m)^(url|password) = .*$", "");
    var file = Files.writeString(folder.resolve("salon.toml"), text);
    var reading = ConfigurationReader.read(new Sources(file, false, known, Map.of()));
    assertThat(reading).isInstanceOf(Reading.Good.class);
    var configuration = ((Reading.Good) reading).configuration();
    assertThat(Network.problems(configuration, Instant.now()))
        .as("but for the keys, which are not here")
        .allMatch(problem ->
            problem.contains("node.pem does not exist")
                || (!hasDatabases && problem.contains("store.url")));
    return configuration;
  }
}
