package chat.salon.cluster;

import chat.salon.core.request.AddToGroup;
import chat.salon.core.request.CreateGroup;
import chat.salon.core.request.Newcomer;

/// Who is brought into groups.
final class GroupCodec {
  private GroupCodec() {}

  static void fields(Writer out, CreateGroup group) {
    out.list(group.people(), GroupCodec::write);
    Text.LINE.write(out, group.title());
  }

  static CreateGroup createGroup(Reader in) {
    return new CreateGroup(in.list(GroupCodec::newcomer), Text.LINE.read(in));
  }

  static void fields(Writer out, AddToGroup add) {
    out.list(add.people(), GroupCodec::write);
  }

  static AddToGroup addToGroup(Reader in) {
    return new AddToGroup(in.list(GroupCodec::newcomer));
  }

  private static void write(Writer out, Newcomer one) {
    Names.write(out, one.account());
    Text.LINE.write(out, one.displayName());
  }

  private static Newcomer newcomer(Reader in) {
    return new Newcomer(Names.account(in), Text.LINE.read(in));
  }
}
