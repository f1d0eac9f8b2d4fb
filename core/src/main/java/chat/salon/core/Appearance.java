package chat.salon.core;

import chat.salon.core.account.Privacy.Circle;
import chat.salon.core.account.Profile;
import chat.salon.core.account.Profiles;
import chat.salon.core.port.Directory;
import chat.salon.core.port.Placement;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// How people appear to others: how present they are, what they are called and say of themselves,
/// and under which host. What an account says is kept, and others are told by [People#change].
/// Methods may wait, as there.
public final class Appearance {
  private final int node;
  private final Profiles profiles;
  private final Placement placement;
  private final Directory directory;
  private final Audience audience;
  private final People people;

  Appearance(Salon.Parts parts, Audience audience, People people) {
    node = parts.node();
    profiles = parts.profiles();
    placement = parts.placement();
    directory = parts.directory();
    this.audience = audience;
    this.people = people;
  }

  /// A session says how present it is: of several sessions of a person the most present one counts,
  /// and others are told when that changes.
  ///
  /// @throws NetworkException another node did not answer, and nobody was told
  public void available(
      Presence presence, Session session, @Nullable String label, Availability how) {
    presence.available(session, how);
    showAvailability(presence, session, label);
  }

  /// Shows how present somebody is now.
  void showAvailability(Presence presence, Session session, @Nullable String label) {
    var most = presence.availability();
    if (directory.nodes(presence.id()).size() > 1) {
      most = Availability.mostPresent(most, elsewhere(presence));
    }
    show(presence, session, label, most);
  }

  private @Nullable Availability elsewhere(Presence presence) {
    @Nullable Availability most = Availability.IDLE;
    for (var visit : placement.visitsElsewhere(presence.id())) {
      most = Availability.mostPresent(visit.availability(), most);
    }
    return most;
  }

  private void show(
      Presence presence, Session session, @Nullable String label, @Nullable Availability most) {
    var shown = most == null ? Availability.CONNECTED : most;
    people.change(
        presence,
        session,
        label,
        person -> person.withStanding(person.standing().withAvailability(shown)));
  }

  /// Who may see somebody is another circle now.
  void seenBy(Presence presence, Circle seenBy) {
    var sessions = presence.sessions();
    if (!sessions.isEmpty()) {
      people.change(
          presence,
          sessions.getFirst(),
          null,
          person -> person.withStanding(person.standing().withSeenBy(seenBy)));
    }
  }

  /// Somebody says what they are doing: it is kept for their account, and others are told.
  ///
  /// @param status null for nothing
  /// @throws NetworkException another node did not answer, and nobody was told
  public void say(Presence presence, Session session, @Nullable CustomStatus status) {
    var account = people.person(presence).account();
    if (account != null) {
      profiles.setCustomStatus(account, status);
    }
    people.change(
        presence, session, null, person -> person.withStanding(person.standing().withSays(status)));
  }

  /// Somebody says something of themselves: it is kept for their account, and others are told. What
  /// they are called and what they are doing is said by the same keys as everywhere else.
  ///
  /// @param value null for nothing
  /// @throws NetworkException another node did not answer, and nobody was told
  public void say(Presence presence, Session session, String key, @Nullable String value) {
    var account = people.person(presence).account();
    switch (key) {
      case Metadata.STATUS ->
          say(presence, session, value == null ? null : new CustomStatus(value, null));
      case Metadata.DISPLAY_NAME -> {
        if (account != null) {
          profiles.setDisplayName(account, value);
        }
        people.change(
            presence,
            session,
            null,
            person -> value == null ? person.uncalled() : person.called(value));
      }
      default -> {
        if (account != null) {
          profiles.setMetadata(account, key, value);
        }
        people.change(
            presence,
            session,
            null,
            person -> person.withMetadata(person.metadata().with(key, value)));
      }
    }
  }

  /// The host that an account was given has changed: who is logged in to it here is shown under it.
  void givenHost(AccountName account) {
    var vhost = profiles.find(account).map(Profile::vhost).orElse(null);
    for (var presence : audience.presences()) {
      var sessions = presence.sessions();
      if (!sessions.isEmpty() && people.isOf(account, presence) && isFirstNodeOf(presence)) {
        people.change(presence, sessions.getFirst(), null, person -> person.withVhost(vhost));
      }
    }
  }

  // Of those where somebody is, one tells the others.
  private boolean isFirstNodeOf(Presence presence) {
    return directory.nodes(presence.id()).stream().allMatch(other -> other >= node);
  }

  /// A session has ended: where they still are, they may be less present.
  void showWithout(Presence presence, Session session, boolean isLast) {
    try {
      if (!isLast) {
        showAvailability(presence, session, null);
      } else if (directory.nodes(presence.id()).size() > 1) {
        show(presence, session, null, elsewhere(presence));
      }
    } catch (NetworkException _) {
      // shown with the next change
    }
  }

  /// With what is kept of their account.
  Person asKept(Person who, Ties known) {
    var account = who.account();
    var profile = account == null ? Optional.<Profile>empty() : profiles.find(account);
    var says = profile.map(Profile::customStatus).orElse(null);
    var name = profile.map(Profile::displayName).orElse(null);
    var vhost = profile.map(Profile::vhost).orElse(null);
    var called = (name == null ? who : who.called(name)).withVhost(vhost);
    return called
        .withStanding(called.standing().withSeenBy(known.privacy().see()).withSays(says))
        .withMetadata(account == null ? who.metadata() : profiles.metadata(account));
  }
}
