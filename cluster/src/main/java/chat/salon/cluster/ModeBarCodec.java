package chat.salon.cluster;

import chat.salon.core.ModeBar;
import chat.salon.core.ModeBar.AccountToEnter;
import chat.salon.core.ModeBar.AccountToSpeak;
import chat.salon.core.ModeBar.AccountToWrite;
import chat.salon.core.ModeBar.BadForward;
import chat.salon.core.ModeBar.NoCtcp;
import chat.salon.core.ModeBar.NoCtcpTo;
import chat.salon.core.ModeBar.SaidBefore;
import chat.salon.core.ModeBar.SentOn;
import chat.salon.core.ModeBar.TooManyJoins;
import chat.salon.core.ModeBar.TooMuch;

/// What modes stand against.
final class ModeBarCodec {
  private static final int NO_CTCP = 1;
  private static final int ACCOUNT_TO_ENTER = 2;
  private static final int ACCOUNT_TO_SPEAK = 3;
  private static final int TOO_MANY_JOINS = 4;
  private static final int SAID_BEFORE = 5;
  private static final int SENT_ON = 6;
  private static final int TOO_MUCH = 7;
  private static final int ACCOUNT_TO_WRITE = 8;
  private static final int NO_CTCP_TO = 9;

  private static final int BAD_FORWARD = 10;

  private ModeBarCodec() {}

  static void write(Writer out, ModeBar bar) {
    out.body(bar, ModeBarCodec::fields);
  }

  private static void fields(Writer out, ModeBar bar) {
    switch (bar) {
      case NoCtcp(var channel) -> {
        out.number(NO_CTCP);
        Names.write(out, channel);
      }
      case AccountToEnter(var channel) -> {
        out.number(ACCOUNT_TO_ENTER);
        Names.write(out, channel);
      }
      case AccountToSpeak(var channel) -> {
        out.number(ACCOUNT_TO_SPEAK);
        Names.write(out, channel);
      }
      case TooManyJoins(var channel) -> {
        out.number(TOO_MANY_JOINS);
        Names.write(out, channel);
      }
      case SaidBefore(var channel) -> {
        out.number(SAID_BEFORE);
        Names.write(out, channel);
      }
      case SentOn(var from, var to) -> {
        out.number(SENT_ON);
        Names.write(out, from);
        Names.write(out, to);
      }
      case BadForward(var channel, var to) -> {
        out.number(BAD_FORWARD);
        Names.write(out, channel);
        Names.write(out, to);
      }
      case TooMuch(var channel, var meter, var most) -> {
        out.number(TOO_MUCH);
        Names.write(out, channel);
        Numbers.METERS.write(out, meter);
        ModeCodec.write(out, most);
      }
      case AccountToWrite(var nick) -> {
        out.number(ACCOUNT_TO_WRITE);
        Names.write(out, nick);
      }
      case NoCtcpTo(var nick) -> {
        out.number(NO_CTCP_TO);
        Names.write(out, nick);
      }
    }
  }

  static ModeBar read(Reader in) {
    return in.body(ModeBarCodec::fields);
  }

  private static ModeBar fields(Reader in) {
    int number = in.integer();
    return switch (number) {
      case NO_CTCP -> new NoCtcp(Names.channel(in));
      case ACCOUNT_TO_ENTER -> new AccountToEnter(Names.channel(in));
      case ACCOUNT_TO_SPEAK -> new AccountToSpeak(Names.channel(in));
      case TOO_MANY_JOINS -> new TooManyJoins(Names.channel(in));
      case SAID_BEFORE -> new SaidBefore(Names.channel(in));
      case SENT_ON -> new SentOn(Names.channel(in), Names.channel(in));
      case BAD_FORWARD -> new BadForward(Names.channel(in), Names.channel(in));
      case TOO_MUCH -> new TooMuch(Names.channel(in), Numbers.METERS.read(in), ModeCodec.quota(in));
      case ACCOUNT_TO_WRITE -> new AccountToWrite(Names.nick(in));
      case NO_CTCP_TO -> new NoCtcpTo(Names.nick(in));
      default -> throw in.unknown("mode that stands against something", number);
    };
  }
}
