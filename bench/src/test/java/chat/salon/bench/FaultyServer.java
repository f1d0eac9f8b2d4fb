package chat.salon.bench;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;

/// A small IRC server, which makes one mistake.
final class FaultyServer implements AutoCloseable {
  private static final int FAULTY_DELIVERY = 500;

  private final ServerSocket listener;
  private final Fault fault;
  private final NavigableMap<String, Socket> people = new TreeMap<>();
  private final Map<String, List<Socket>> channels = new HashMap<>();
  private int deliveries;
  private String keptBack = "";

  enum Fault {
    NONE,
    /// No mistake: it lets nobody in who does not answer its PING.
    ASKS_FIRST,
    LOSES,
    DOUBLES,
    SWAPS,
    ANSWERS_NOTHING,
    REFUSES,
    CLOSES,
    HANGS_UP
  }

  FaultyServer(Fault fault) throws IOException {
    this.fault = fault;
    listener = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    Thread.ofVirtual().start(this::accept);
  }

  int port() {
    return listener.getLocalPort();
  }

  private void accept() {
    try {
      while (true) {
        var socket = listener.accept();
        Thread.ofVirtual().start(() -> serve(socket));
      }
    } catch (IOException e) {
      // Closed.
    }
  }

  private void serve(Socket socket) {
    try (socket) {
      var lines = new BufferedReader(new InputStreamReader(socket.getInputStream(), US_ASCII));
      var nick = "";
      for (var line = lines.readLine(); line != null; line = lines.readLine()) {
        if (line.startsWith("NICK ")) {
          nick = line.substring(5);
        }
        if (fault != Fault.ANSWERS_NOTHING && !take(socket, nick, line)) {
          return;
        }
      }
    } catch (IOException | UncheckedIOException e) {
      // The client is gone.
    }
  }

  private synchronized boolean take(Socket socket, String nick, String line) {
    var words = line.split(" ", 3);
    switch (words[0]) {
      case "USER" -> {
        people.put(nick, socket);
        switch (fault) {
          case ASKS_FIRST -> send(socket, "PING :cookie");
          case REFUSES -> send(socket, ":s 465 * :You are banned");
          case CLOSES -> send(socket, "ERROR :Closing link: too many connections");
          default -> send(socket, welcome(nick));
        }
      }
      case "PONG" -> {
        if (line.equals("PONG :cookie")) {
          send(socket, welcome(nick));
        }
      }
      case "JOIN" -> {
        members(words[1]).add(socket);
        tell(members(words[1]), ":" + nick + "!u@h JOIN " + words[1]);
        send(socket, ":s 366 " + nick + " " + words[1] + " :End");
      }
      case "PART" -> {
        tell(members(words[1]), ":" + nick + "!u@h PART " + words[1]);
        members(words[1]).remove(socket);
      }
      case "PING" -> send(socket, ":s PONG s " + words[1]);
      case "PRIVMSG" -> {
        var text = ":" + nick + "!u@h PRIVMSG " + words[1] + " " + words[2];
        var alone = people.get(words[1]);
        (alone == null ? members(words[1]) : List.of(alone))
            .stream().filter(member -> !member.equals(socket)).forEach(one -> deliver(one, text));
        return fault != Fault.HANGS_UP;
      }
      case "QUIT" -> {
        quit(socket, nick);
        return false;
      }
      default -> {
        // NICK, which the caller has seen.
      }
    }
    return true;
  }

  private static String welcome(String nick) {
    return ":s 001 " + nick + " :Hi";
  }

  private List<Socket> members(String channel) {
    return channels.computeIfAbsent(channel, _ -> new ArrayList<>());
  }

  private void quit(Socket socket, String nick) {
    people.remove(nick);
    var others = new LinkedHashSet<Socket>();
    channels.values().stream().filter(members -> members.remove(socket)).forEach(others::addAll);
    tell(others, ":" + nick + "!u@h QUIT :done");
  }

  private static void tell(Collection<Socket> readers, String line) {
    readers.forEach(reader -> send(reader, line));
  }

  private void deliver(Socket reader, String text) {
    deliveries++;
    if (fault == Fault.SWAPS && reader.equals(people.lastEntry().getValue())) {
      swap(reader, text);
    } else if (fault == Fault.LOSES && deliveries == FAULTY_DELIVERY) {
      // This is it.
    } else {
      send(reader, text);
      if (fault == Fault.DOUBLES && deliveries == FAULTY_DELIVERY) {
        send(reader, text);
      }
    }
  }

  /// Keeps one back and sends it behind the next.
  private void swap(Socket reader, String text) {
    if (keptBack.isEmpty()) {
      keptBack = text;
    } else {
      send(reader, text);
      if (!keptBack.equals("sent")) {
        send(reader, keptBack);
      }
      keptBack = "sent";
    }
  }

  private static void send(Socket socket, String line) {
    try {
      socket.getOutputStream().write((line + "\r\n").getBytes(US_ASCII));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() throws IOException {
    listener.close();
    synchronized (this) {
      for (var socket : people.values()) {
        socket.close();
      }
    }
  }
}
