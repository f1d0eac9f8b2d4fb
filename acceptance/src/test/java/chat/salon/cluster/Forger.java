package chat.salon.cluster;

import chat.salon.cluster.Message.Ask;
import chat.salon.cluster.Message.AskDirectory;
import chat.salon.cluster.Message.Carry;
import chat.salon.cluster.Message.Frames;
import chat.salon.cluster.Message.Question;
import chat.salon.cluster.Message.Update;
import chat.salon.cluster.Message.Wish;
import chat.salon.core.AccountName;
import chat.salon.core.Actor;
import chat.salon.core.ConversationId;
import chat.salon.core.Delivery;
import chat.salon.core.Event;
import chat.salon.core.Listing;
import chat.salon.core.Nick;
import chat.salon.core.Origin;
import chat.salon.core.Person;
import chat.salon.core.PersonId;
import chat.salon.core.Role;
import chat.salon.core.request.Request;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.apache.pekko.actor.ActorRef;
import org.apache.pekko.actor.ActorSystem;
import org.apache.pekko.cluster.Cluster;
import org.apache.pekko.cluster.sharding.ClusterSharding;
import org.apache.pekko.cluster.sharding.ShardRegion;
import org.apache.pekko.pattern.Patterns;
import org.jspecify.annotations.Nullable;

/// A node in other hands: a real one, which has its place in the network and people of its own, and
/// by which whatever the one who has it likes is said to the others.
public final class Forger {
  private static final Duration PATIENCE = Duration.ofSeconds(20);
  private static final String ADDRESS = "192.0.2.66";

  private final ClusterNode node;
  private final int number;

  public Forger(ClusterNode node) {
    this.node = node;
    this.number = node.post().here();
  }

  public int number() {
    return number;
  }

  /// Somebody, as every node knows them.
  public Person person(String nick) {
    return node.salon().people().directory().find(nick(nick)).orElseThrow();
  }

  /// Somebody as an administrator, who is none.
  public static Person administrator(Person person) {
    return person
        .withAccount(account(person.nick().shown()))
        .withStanding(person.standing().withRole(Role.ADMINISTRATOR));
  }

  public static Nick nick(String nick) {
    return Nick.parse(nick).orElseThrow();
  }

  public static AccountName account(String name) {
    return AccountName.parse(name).orElseThrow();
  }

  /// Whether the owner of a conversation is not on this node: what is asked of one's own owners,
  /// nobody else hears.
  public boolean isElsewhere(ConversationId<?> where) {
    try {
      var region = ClusterSharding.get(node.system()).shardRegion("conversations");
      var here =
          Patterns.ask(region, ShardRegion.getShardRegionStateInstance(), PATIENCE)
              .toCompletableFuture()
              .get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
      return ((ShardRegion.CurrentShardRegionState) here)
          .getShards().stream().noneMatch(shard -> shard.getEntityIds().contains(where.key()));
    } catch (Exception e) {
      throw new AssertionError(e);
    }
  }

  // ---- Lies ----

  /// Asks in the name of somebody who is on a node.
  public void ask(ConversationId<?> where, Person by, int on, Request<?> request) {
    ask(where, new Actor(by, Set.of(on), ADDRESS, Role.MEMBER, 1, by.id().value()), request, null);
  }

  /// Asks in the name of somebody on this node, who is to be an administrator.
  public void askAsAdministrator(ConversationId<?> where, Person by, Request<?> request) {
    var actor = new Actor(by, Set.of(number), ADDRESS, Role.ADMINISTRATOR, 1, by.id().value());
    ask(where, actor, request, null);
  }

  /// Asks in the name of somebody on this node, by a session of another one.
  public void askBy(long session, ConversationId<?> where, Person by, Request<?> request) {
    var actor = new Actor(by, Set.of(number), ADDRESS, Role.MEMBER, 1, by.id().value());
    ask(where, actor, request, new Origin(session, null));
  }

  private void ask(
      ConversationId<?> where, Actor actor, Request<?> request, @Nullable Origin origin) {
    say("conversations", new Ask(1, number, where, actor, request, origin, null));
  }

  /// Asks in the name of somebody on another node, as that node.
  public void askAs(int other, ConversationId<?> where, Person by, Request<?> request) {
    var actor = new Actor(by, Set.of(other), ADDRESS, Role.MEMBER, 1, by.id().value());
    say("conversations", new Ask(1, other, where, actor, request, null, null));
  }

  /// Asks an owner in the name of somebody on its own node, as that node.
  public void askAsOwner(
      ClusterNode owner, ConversationId<?> where, Person by, Request<?> request) {
    int there = owner.post().here();
    var actor = new Actor(by, Set.of(there), ADDRESS, Role.MEMBER, 1, by.id().value());
    var ask = new Ask(1, there, where, actor, request, null, null);
    var region = ClusterSharding.get(node.system()).shardRegion("conversations");
    region.tell(ask, agent(node.system(), Cluster.get(owner.system()).selfAddress() + "/user/"));
    region.tell(ask, ActorRef.noSender());
  }

  public void wishNick(PersonId person, String nick) {
    wish(new Wish.Rename(person, nick(nick)));
  }

  public void wishChange(Person before, Person after) {
    wish(new Wish.Change(before, after));
  }

  public void wishForgotten(PersonId person) {
    wish(new Wish.Forget(person));
  }

  public void wishEntry(Person person) {
    wish(new Wish.Enter(person));
  }

  private void wish(Wish wish) {
    say("directory", new AskDirectory(1, number, wish));
  }

  private void say(String owner, Question question) {
    ClusterSharding.get(node.system()).shardRegion(owner).tell(question, self());
  }

  /// Carries events to a node, as if their owner were here.
  public void carry(int to, long epoch, Event event) {
    node.post().send(to, new Carry(epoch, List.of(new Delivery(event, null, null))));
  }

  /// Tells a node of somebody, as if another node were the owner of the directory.
  public void tell(int to, int owner, Person person) {
    node.post().send(to, new Update(1L << 60 | owner, new Listing(person, Set.of(number)), false));
  }

  /// Carries events to a node, as if they came from another one.
  public void carryAs(int other, ClusterNode to, long epoch, Event event) {
    var carry = new Carry(epoch, List.of(new Delivery(event, null, null)));
    var there = Cluster.get(to.system()).selfAddress() + "/user/" + Agent.NAME;
    node.system()
        .actorSelection(there)
        .tell(new Frames(other, Long.MAX_VALUE, 1, List.of(carry)), self());
  }

  private ActorRef self() {
    return agent(node.system(), "/user/");
  }

  private static ActorRef agent(ActorSystem system, String path) {
    try {
      return system
          .actorSelection(path + Agent.NAME)
          .resolveOne(PATIENCE)
          .toCompletableFuture()
          .get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
    } catch (Exception e) {
      throw new AssertionError(e);
    }
  }
}
