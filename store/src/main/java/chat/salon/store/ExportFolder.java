package chat.salon.store;

import static java.nio.charset.StandardCharsets.UTF_8;

import chat.salon.core.AccountName;
import chat.salon.core.ChannelName;
import chat.salon.core.Event.Said;
import chat.salon.core.Pair;
import chat.salon.core.Stamps;
import chat.salon.core.StoreException;
import chat.salon.core.personal.Exports;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/// Files of JSON lines in a folder of the server's data: one object a message. Only who owns the
/// data may read them.
final class ExportFolder implements Exports {
  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final DateTimeFormatter MOMENT =
      DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss'Z'").withZone(ZoneOffset.UTC);
  private static final String END = ".jsonl";
  private static final String UNFINISHED = ".part";

  private final Path folder;

  ExportFolder(Path folder) {
    this.folder = folder;
  }

  @Override
  public Export write(AccountName account, Instant now, Iterator<Said> messages) {
    var name = prefix(account) + MOMENT.format(now) + "-" + UUID.randomUUID() + END;
    var part = folder.resolve(name + UNFINISHED);
    try {
      DataFolder.make(folder);
      DataFolder.create(part);
      long count = write(part, account, messages);
      Files.move(part, folder.resolve(name), StandardCopyOption.ATOMIC_MOVE);
      DataFolder.syncName(folder.resolve(name));
      return new Export(folder.getFileName() + "/" + name, count);
    } catch (IOException e) {
      drop(part);
      throw new StoreException("The export " + part + " cannot be written: " + e + ".", e);
    } catch (RuntimeException e) {
      drop(part);
      throw e;
    }
  }

  private static long write(Path file, AccountName account, Iterator<Said> messages)
      throws IOException {
    long count = 0;
    try (BufferedWriter out = Files.newBufferedWriter(file)) {
      while (messages.hasNext()) {
        out.write(JSON.writeValueAsString(fields(account, messages.next())));
        out.write('\n');
        count++;
      }
    }
    return count;
  }

  private static Map<String, Object> fields(AccountName account, Said said) {
    var fields = new LinkedHashMap<String, Object>();
    fields.put("msgid", said.stamp().msgid());
    fields.put("time", said.stamp().time().toString());
    switch (said.where()) {
      case ChannelName channel -> fields.put("channel", channel.shown());
      case Pair pair -> fields.put("with", Pair.shown(pair.across(Pair.party(account))));
    }
    fields.put("nick", said.by().nick().shown());
    fields.put("form", said.form().name().toLowerCase(Locale.ROOT));
    fields.put("text", said.text());
    said.replyTo().ifPresent(id -> fields.put("reply_to", Stamps.msgid(id)));
    var edited = said.aftermath().edited();
    if (edited != null) {
      fields.put("edited", edited.toString());
    }
    return fields;
  }

  private static void drop(Path file) {
    try {
      Files.deleteIfExists(file);
    } catch (IOException _) {
      // the sweep tries again
    }
  }

  // Of letters that every file system takes.
  private static String prefix(AccountName account) {
    var name = account.folded();
    return name.matches("[a-z0-9_-]+")
        ? name + "."
        : HexFormat.of().formatHex(name.getBytes(UTF_8)) + "~.";
  }

  @Override
  public Optional<Instant> newest(AccountName account) {
    var prefix = prefix(account);
    @Nullable Instant newest = null;
    for (var file : files()) {
      var name = file.getFileName().toString();
      var at = name.startsWith(prefix) ? writtenAt(name.substring(prefix.length())) : null;
      if (at != null && (newest == null || at.isAfter(newest))) {
        newest = at;
      }
    }
    return Optional.ofNullable(newest);
  }

  private static @Nullable Instant writtenAt(String rest) {
    int end = rest.indexOf('-');
    return end < 0 ? null : MOMENT.parse(rest.substring(0, end), Instant::from);
  }

  @Override
  public void sweep(Instant before) {
    for (var file : files()) {
      var name = file.getFileName().toString();
      var at = writtenAt(name.substring(name.indexOf('.') + 1));
      if (at != null && at.isBefore(before)) {
        drop(file);
      }
    }
  }

  private List<Path> files() {
    var files = new ArrayList<Path>();
    if (Files.isDirectory(folder)) {
      try (DirectoryStream<Path> all = Files.newDirectoryStream(folder, "*" + END + "*")) {
        all.forEach(files::add);
      } catch (IOException e) {
        throw new StoreException("The folder " + folder + " cannot be read: " + e + ".", e);
      }
    }
    return files;
  }
}
