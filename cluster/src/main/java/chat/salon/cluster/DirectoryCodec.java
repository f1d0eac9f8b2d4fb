package chat.salon.cluster;

import chat.salon.cluster.Message.Grant;
import chat.salon.cluster.Message.Grant.Changed;
import chat.salon.cluster.Message.Grant.Done;
import chat.salon.cluster.Message.Grant.Entered;
import chat.salon.cluster.Message.Grant.Gone;
import chat.salon.cluster.Message.Grant.Left;
import chat.salon.cluster.Message.Grant.Taken;
import chat.salon.cluster.Message.Wish;
import chat.salon.cluster.Message.Wish.Change;
import chat.salon.cluster.Message.Wish.Enter;
import chat.salon.cluster.Message.Wish.Everyone;
import chat.salon.cluster.Message.Wish.Forget;
import chat.salon.cluster.Message.Wish.Leave;
import chat.salon.cluster.Message.Wish.Release;
import chat.salon.cluster.Message.Wish.Rename;
import chat.salon.core.Listing;

/// What the owner of the directory is asked, and what it says.
final class DirectoryCodec {
  private static final int ENTER = 1;
  private static final int LEAVE = 2;
  private static final int FORGET = 3;
  private static final int RENAME = 4;
  private static final int CHANGE = 5;
  private static final int RELEASE = 6;
  private static final int EVERYONE = 7;

  private static final int ENTERED = 1;
  private static final int TAKEN = 2;
  private static final int LEFT = 3;
  private static final int DONE = 4;
  private static final int CHANGED = 5;
  private static final int GONE = 6;

  private DirectoryCodec() {}

  static void write(Writer out, Wish wish) {
    out.body(wish, DirectoryCodec::fields);
  }

  private static void fields(Writer out, Wish wish) {
    switch (wish) {
      case Enter(var who) -> {
        out.number(ENTER);
        PersonCodec.write(out, who);
      }
      case Leave(var person) -> {
        out.number(LEAVE);
        PersonCodec.write(out, person);
      }
      case Forget(var person) -> {
        out.number(FORGET);
        PersonCodec.write(out, person);
      }
      case Rename(var person, var nick) -> {
        out.number(RENAME);
        PersonCodec.write(out, person);
        Names.write(out, nick);
      }
      case Change(var before, var after) -> {
        out.number(CHANGE);
        PersonCodec.write(out, before);
        PersonCodec.write(out, after);
      }
      case Release(var person, var nick) -> {
        out.number(RELEASE);
        PersonCodec.write(out, person);
        Names.write(out, nick);
      }
      case Everyone() -> out.number(EVERYONE);
    }
  }

  static Wish wish(Reader in) {
    return in.body(DirectoryCodec::wishFields);
  }

  private static Wish wishFields(Reader in) {
    int number = in.integer();
    return switch (number) {
      case ENTER -> new Enter(PersonCodec.read(in));
      case LEAVE -> new Leave(PersonCodec.id(in));
      case FORGET -> new Forget(PersonCodec.id(in));
      case RENAME -> new Rename(PersonCodec.id(in), Names.nick(in));
      case CHANGE -> new Change(PersonCodec.read(in), PersonCodec.read(in));
      case RELEASE -> new Release(PersonCodec.id(in), Names.nick(in));
      case EVERYONE -> new Everyone();
      default -> throw in.unknown("wish", number);
    };
  }

  static void write(Writer out, Grant grant) {
    out.body(grant, DirectoryCodec::fields);
  }

  private static void fields(Writer out, Grant grant) {
    switch (grant) {
      case Entered(var person, var isNew) -> {
        out.number(ENTERED);
        PersonCodec.write(out, person);
        out.flag(isNew);
      }
      case Taken() -> out.number(TAKEN);
      case Left(var nodes) -> {
        out.number(LEFT);
        PersonCodec.writeNodes(out, nodes);
      }
      case Done() -> out.number(DONE);
      case Changed(var person) -> {
        out.number(CHANGED);
        PersonCodec.write(out, person);
      }
      case Gone() -> out.number(GONE);
    }
  }

  static Grant grant(Reader in) {
    return in.body(DirectoryCodec::grantFields);
  }

  private static Grant grantFields(Reader in) {
    int number = in.integer();
    return switch (number) {
      case ENTERED -> new Entered(PersonCodec.read(in), in.flag());
      case TAKEN -> new Taken();
      case LEFT -> new Left(PersonCodec.nodes(in));
      case DONE -> new Done();
      case CHANGED -> new Changed(PersonCodec.read(in));
      case GONE -> new Gone();
      default -> throw in.unknown("grant", number);
    };
  }

  static void write(Writer out, Listing listing) {
    out.body(listing, DirectoryCodec::fields);
  }

  private static void fields(Writer out, Listing listing) {
    PersonCodec.write(out, listing.person());
    PersonCodec.writeNodes(out, listing.nodes());
  }

  static Listing listing(Reader in) {
    return in.body(DirectoryCodec::listingFields);
  }

  private static Listing listingFields(Reader in) {
    return new Listing(PersonCodec.read(in), PersonCodec.nodes(in));
  }
}
