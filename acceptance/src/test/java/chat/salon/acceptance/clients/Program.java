package chat.salon.acceptance.clients;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;

/// The chat programs that the tests talk through.
enum Program {
  IRSSI("irssi tmux", "irssi tmux") {
    @Override
    RealClient start(House house, Person person) {
      return new Irssi(house, person);
    }
  },
  WEECHAT("weechat-curses weechat-headless tmux", "weechat-curses weechat-headless tmux") {
    @Override
    RealClient start(House house, Person person) {
      return new CursesWeeChat(house, person);
    }
  },
  WEECHAT_HEADLESS("weechat-headless weechat-plugins", "weechat-headless") {
    @Override
    RealClient start(House house, Person person) {
      return new HeadlessWeeChat(house, person);
    }
  },
  CATGIRL("catgirl tmux", "catgirl tmux") {
    @Override
    RealClient start(House house, Person person) {
      return new Catgirl(house, person);
    }
  },
  HEXCHAT("hexchat hexchat-perl xvfb", "hexchat Xvfb") {
    @Override
    boolean isInstalled() {
      return super.isInstalled() && HexChat.mayRun();
    }

    @Override
    RealClient start(House house, Person person) {
      return new HexChat(house, person);
    }
  },
  SIC("sic", "sic") {
    @Override
    RealClient start(House house, Person person) {
      return new Sic(house, person);
    }
  },
  IRC_FRAMEWORK("", "node") {
    @Override
    boolean isInstalled() {
      return super.isInstalled()
          && Files.isDirectory(IrcFramework.INSTALLED.resolve("irc-framework"));
    }

    @Override
    RealClient start(House house, Person person) {
      return new IrcFramework(house, person);
    }
  },
  THE_LOUNGE("", "chromium") {
    @Override
    boolean isInstalled() {
      return super.isInstalled() && Files.isDirectory(TheLounge.INSTALLED);
    }

    @Override
    RealClient start(House house, Person person) {
      return new TheLounge(house, person);
    }
  };

  private static final List<Path> PATH =
      Stream.of(System.getenv("PATH").split(File.pathSeparator)).map(Path::of).toList();

  private final String packages;
  private final String programs;

  /// @param packages of Debian in which it is; none when npm installs it
  /// @param programs that have to be there
  Program(String packages, String programs) {
    this.packages = packages;
    this.programs = programs;
  }

  /// Starts it; it is on its way to the server when this returns.
  abstract RealClient start(House house, Person person);

  boolean isInstalled() {
    return Stream.of(programs.split(" "))
        .allMatch(program ->
            PATH.stream().anyMatch(folder -> Files.isExecutable(folder.resolve(program))));
  }

  /// Skips the test, aloud, when it is not there.
  void assumeInstalled() {
    if (!isInstalled()) {
      Assumptions.abort(missing());
    }
  }

  /// Those that are there; says aloud which are not.
  static List<Program> installed() {
    var installed = new ArrayList<Program>();
    for (var program : values()) {
      if (program.isInstalled()) {
        installed.add(program);
      } else {
        program.missing();
      }
    }
    return installed;
  }

  private String missing() {
    var how =
        packages.isEmpty()
            ? "with Node 20, npm and chromium"
            : "as root, or apt-get install " + packages;
    var why = this + " is not installed: run acceptance/install-clients " + how;
    System.out.println("SKIPPED: " + why);
    return why;
  }
}
