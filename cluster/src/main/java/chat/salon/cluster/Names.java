package chat.salon.cluster;

import chat.salon.core.AccountName;
import chat.salon.core.ChannelName;
import chat.salon.core.ConversationId;
import chat.salon.core.Guise;
import chat.salon.core.Nick;
import chat.salon.core.Pair;

/// Names, as they are shown; each is judged again by core when it arrives.
final class Names {
  private static final int CHANNEL = 1;
  private static final int PAIR = 2;

  private Names() {}

  static void write(Writer out, Nick nick) {
    out.text(nick.shown());
  }

  static Nick nick(Reader in) {
    return Nick.parse(in.text()).orElseThrow(() -> in.bad("what is no nick"));
  }

  /// The name of who is said to have said something: a nick, or one that nobody can have.
  static Nick speaker(Reader in) {
    var text = in.text();
    return Nick.parse(text)
        .or(() -> Guise.shown(text))
        .orElseThrow(() -> in.bad("what nobody is called"));
  }

  static void write(Writer out, AccountName account) {
    out.text(account.shown());
  }

  static AccountName account(Reader in) {
    return AccountName.parse(in.text()).orElseThrow(() -> in.bad("what is no account name"));
  }

  static void write(Writer out, ChannelName channel) {
    out.text(channel.shown());
  }

  static ChannelName channel(Reader in) {
    return ChannelName.parse(in.text()).orElseThrow(() -> in.bad("what is no channel name"));
  }

  static void writeConversation(Writer out, ConversationId<?> where) {
    out.body(where, Names::fields);
  }

  private static void fields(Writer out, ConversationId<?> where) {
    switch (where) {
      case ChannelName channel -> {
        out.number(CHANNEL);
        write(out, channel);
      }
      case Pair(var first, var second) -> {
        out.number(PAIR);
        out.text(first);
        out.text(second);
      }
    }
  }

  static ConversationId<?> conversation(Reader in) {
    return in.body(Names::fields);
  }

  private static ConversationId<?> fields(Reader in) {
    long number = in.number();
    if (number == CHANNEL) {
      return channel(in);
    }
    if (number == PAIR) {
      return pair(in);
    }
    throw in.unknown("kind of conversation", number);
  }

  private static Pair pair(Reader in) {
    var first = party(in);
    var second = party(in);
    if (first.compareTo(second) > 0) {
      throw in.bad("two parties out of order");
    }
    return new Pair(first, second);
  }

  private static String party(Reader in) {
    var party = in.text();
    if (!Pair.isParty(party)) {
      throw in.bad("what is no party of a private conversation");
    }
    return party;
  }
}
