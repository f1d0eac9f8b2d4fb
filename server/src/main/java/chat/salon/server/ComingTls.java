package chat.salon.server;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;

/// The TLS that a server starts with: read from its files, or made when it is to make its own and
/// there is none. The slow part is done on a thread of its own while the store is opened, and
/// writes nothing, since the data folder is not the server's yet.
final class ComingTls {
  private final FutureTask<Part> slow;
  private final Path certificate;
  private final Path key;

  /// What the thread has got.
  private sealed interface Part {
    record Read(Tls tls) implements Part {}

    record Made(SelfSigned files) implements Part {}
  }

  private ComingTls(FutureTask<Part> slow, Path certificate, Path key) {
    this.slow = slow;
    this.certificate = certificate;
    this.key = key;
  }

  static ComingTls begin(ListenSettings listen, DataFolder folder, String name, Instant now) {
    var certificate = listen.isSelfSigned() ? folder.certificate() : listen.certificate();
    var key = listen.isSelfSigned() ? folder.key() : listen.key();
    var slow =
        new FutureTask<Part>(() ->
            listen.isSelfSigned() && !Files.exists(certificate)
                ? new Part.Made(SelfSigned.make(name, now))
                : new Part.Read(new Tls(certificate, key)));
    Thread.ofPlatform().daemon().name("tls").start(slow);
    return new ComingTls(slow, certificate, key);
  }

  /// Waits for it, and writes what was made.
  ///
  /// @throws IllegalArgumentException what is wrong with the files
  Tls finish() {
    return switch (part()) {
      case Part.Read(var tls) -> tls;
      case Part.Made(var files) -> {
        files.write(certificate, key);
        yield new Tls(certificate, key);
      }
    };
  }

  private Part part() {
    try {
      return slow.get();
    } catch (ExecutionException e) {
      throw e.getCause() instanceof RuntimeException fault
          ? fault
          : new IllegalStateException("cannot set up TLS", e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted", e);
    }
  }
}
