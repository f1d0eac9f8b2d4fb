package chat.salon.core;

import chat.salon.core.Refusal.GroupFull;
import chat.salon.core.Refusal.NoFriendship;
import chat.salon.core.Refusal.NoSuchNick;
import chat.salon.core.account.Profile;
import chat.salon.core.account.Profiles;
import chat.salon.core.request.Newcomer;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/// Whom somebody may bring into groups, as doors find out before they ask the owner of one: by
/// [chat.salon.core.request.CreateGroup] or [chat.salon.core.request.AddToGroup].
public final class Groups {
  private static final String DIGITS = "abcdefghijklmnopqrstuvwxyz234567"; // base 32
  private static final int LENGTH = 16;

  private final SecureRandom random = new SecureRandom();
  private final Profiles profiles;
  private final People people;
  private final Friends friends;
  private final Supplier<Limits> limits;

  Groups(Profiles profiles, People people, Friends friends, Supplier<Limits> limits) {
    this.profiles = profiles;
    this.people = people;
    this.friends = friends;
    this.limits = limits;
  }

  /// What became of a choice.
  public sealed interface Choice {
    /// They may be brought in.
    record Chosen(List<Newcomer> people) implements Choice {}

    /// At least one of them may not.
    record NotThese(Refusal why) implements Choice {}
  }

  /// The name of a group that is not there yet.
  public ChannelName newName() {
    var text = new StringBuilder(LENGTH);
    for (int i = 0; i < LENGTH; i++) {
      text.append(DIGITS.charAt(random.nextInt(DIGITS.length())));
    }
    return ChannelName.ofGroup(text.toString());
  }

  /// The people of some names, if an account may bring all of them into a group. Waits for the
  /// disk.
  public Choice choose(AccountName by, List<String> names) {
    int most = limits.get().groupMembers();
    if (names.size() > most) {
      return new Choice.NotThese(new GroupFull(most));
    }
    var chosen = new ArrayList<Newcomer>();
    for (var name : names) {
      var account = Nick.parse(name).flatMap(people::owner);
      if (account.isEmpty()) {
        return new Choice.NotThese(nobody(name));
      }
      if (account.get().equals(by)) {
        continue;
      }
      var refusal = friends.refusalToAdd(by, account.get());
      if (refusal.isPresent()) {
        return new Choice.NotThese(refusal.get());
      }
      chosen.add(new Newcomer(account.get(), called(account.get())));
    }
    return new Choice.Chosen(List.copyOf(chosen));
  }

  private Refusal nobody(String name) {
    boolean isGuest = Nick.parse(name).flatMap(people.directory()::find).isPresent();
    return isGuest ? new NoFriendship(Refusal.Bar.NO_ACCOUNT, name, 0) : new NoSuchNick(name);
  }

  private String called(AccountName account) {
    return Optional.of(account).flatMap(profiles::find).map(Profile::shown).orElse(account.shown());
  }
}
