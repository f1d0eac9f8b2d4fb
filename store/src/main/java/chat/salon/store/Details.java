package chat.salon.store;

import chat.salon.core.AccountName;
import chat.salon.core.Event.Fact;
import chat.salon.core.Nick;
import chat.salon.core.Person;
import chat.salon.core.Person.Standing;
import chat.salon.core.PersonId;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/// What only some events have, as JSON in the log. Names and meanings never change; what is not
/// there is null.
///
/// @param tags client-only tags of what was said
/// @param bot that a program did it
/// @param name what who joined or said something chose to be called, when it is not the nick
/// @param realname of who joined and chose no name
/// @param ranks mode letters of who joined
/// @param other who was kicked, or whom somebody became
/// @param changes of modes
/// @param fact of something that several channels tell
/// @param about the id of the message that something became of
record Details(
    @Nullable Map<String, String> tags,
    @Nullable Boolean bot,
    @Nullable String name,
    @Nullable String realname,
    @Nullable String ranks,
    @Nullable Somebody other,
    @Nullable List<Change> changes,
    @Nullable FactRow fact,
    @Nullable Long about) {
  static final Details NONE = new Details(null, null, null, null, null, null, null, null, null);

  private static final JsonMapper JSON =
      JsonMapper.builder()
          .changeDefaultPropertyInclusion(_ -> JsonInclude.Value.ALL_NON_NULL)
          .build();

  /// Of what a program may have said, with client-only tags.
  static Details ofSaid(Map<String, String> tags, @Nullable Boolean bot, @Nullable String name) {
    return tags.isEmpty() && bot == null && name == null
        ? NONE
        : new Details(tags.isEmpty() ? null : tags, bot, name, null, null, null, null, null, null);
  }

  /// Of something that became of a message.
  static Details ofMessage(long about, @Nullable Boolean bot) {
    return new Details(null, bot, null, null, null, null, null, null, about);
  }

  /// A person beside the one who did it.
  record Somebody(
      String nick,
      String user,
      String host,
      @Nullable String realname,
      @Nullable String account,
      @Nullable Boolean bot) {
    static Somebody of(Person person) {
      var account = person.account();
      return new Somebody(
          person.nick().shown(),
          person.user(),
          person.host(),
          person.realname().isEmpty() ? null : person.realname(),
          account == null ? null : account.shown(),
          person.standing().bot() ? true : null);
    }

    Person person() {
      var name = account == null ? null : AccountName.trusted(account);
      return person(nick, user, host, null, realname, name, bot);
    }

    static Person person(
        String nick,
        String user,
        String host,
        @Nullable String name,
        @Nullable String realname,
        @Nullable AccountName account,
        @Nullable Boolean bot) {
      var standing = bot != null && bot ? Standing.PLAIN.withBot(true) : Standing.PLAIN;
      var person =
          new Person(
              PersonId.NONE,
              Nick.trusted(nick),
              user,
              host,
              realname == null ? "" : realname,
              account,
              null,
              standing);
      return name == null ? person : person.called(name);
    }
  }

  /// One change of modes: a flag, a key, a limit, slow mode, a list entry, a rank, a forward or a
  /// quota, whichever is there. A key, limit or forward that is taken away is one that is off.
  record Change(
      boolean on,
      @Nullable String flag,
      @Nullable String key,
      @Nullable Integer limit,
      @Nullable Integer slow,
      @Nullable String list,
      @Nullable String mask,
      @Nullable Long until,
      @Nullable String reason,
      @Nullable String rank,
      @Nullable String nick,
      @Nullable String account,
      @Nullable String forward,
      @Nullable String meter,
      @Nullable String quota) {}

  record FactRow(long id, int copies) {
    static FactRow of(Fact fact) {
      return new FactRow(fact.id(), fact.copies());
    }

    Fact fact() {
      return new Fact(id, copies);
    }
  }

  /// Null when there is nothing to tell.
  @Nullable String json() {
    return equals(NONE) ? null : JSON.writeValueAsString(this);
  }

  static Details parse(@Nullable String json) {
    try {
      return json == null ? NONE : JSON.readValue(json, Details.class);
    } catch (JacksonException e) {
      throw new IllegalArgumentException("details that are not ours", e);
    }
  }
}
