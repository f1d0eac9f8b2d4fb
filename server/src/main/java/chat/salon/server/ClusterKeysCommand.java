package chat.salon.server;

import chat.salon.cluster.NodeAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.util.List;
import picocli.CommandLine.Command;

/// Shows the keys that are here.
@Command(
    name = "keys",
    description = {
      "Shows the keys that are here.",
      "Who signed what, and until when it is good; where the network was set up, for all",
      "nodes."
    })
final class ClusterKeysCommand extends KeyCommand {

  @Override
  void run(Configuration configuration) {
    var folder = folder(configuration);
    out().println("Keys in " + folder.path());
    var trusted = folder.trusted();
    if (Files.exists(folder.node())) {
      show("this node", folder.nodeIdentity().certificate(), trusted);
    }
    for (var authority : trusted) {
      out()
          .println(
              "  trusts      "
                  + shown(authority)
                  + ", until "
                  + until(authority)
                  + role(folder, authority));
    }
    folder.issued().forEach(each -> show("signed", each, trusted));
  }

  private void show(String what, X509Certificate certificate, List<X509Certificate> authorities) {
    var node = NodeAddress.of(certificate).map(NodeAddress::toString).orElse("?");
    var by =
        authorities.stream()
            .filter(each -> Authority.hasSigned(each, certificate))
            .findFirst()
            .map(KeyCommand::shown)
            .orElse("nobody who is trusted");
    out().println("  %-11s %s, until %s, by %s".formatted(what, node, until(certificate), by));
  }

  private static String role(KeyFolder folder, X509Certificate authority) {
    if (is(folder.authority(), authority)) {
      return "; its key is here, and signs";
    }
    return is(folder.nextAuthority(), authority)
        ? "; its key is here, and signs from the next \"salon cluster renew\" on"
        : "";
  }

  private static boolean is(Path file, X509Certificate authority) {
    return Files.exists(file) && Authority.read(file).certificate().equals(authority);
  }
}
