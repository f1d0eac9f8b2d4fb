package chat.salon.core;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What people may type behind a slash, the same at every door: `/ban jules 7d spam`. A door that
/// knows one does what it says; this is how it is called and explained.
public enum SlashCommand {
  HELP(
      "[commande]",
      "[command]",
      "explique les commandes.",
      "explains the commands.",
      Where.ANY,
      null),
  JOIN(
      "<#salon> [clé]",
      "<#channel> [key]",
      "rejoint un salon.",
      "joins a channel.",
      Where.ANY,
      null),
  PART(
      "[#salon] [raison]",
      "[#channel] [reason]",
      "quitte un salon.",
      "leaves a channel.",
      Where.ANY,
      null),
  MSG(
      "<nom> <texte>",
      "<name> <text>",
      "écrit à une personne.",
      "writes to somebody.",
      Where.ANY,
      null),
  ME("<texte>", "<text>", "dit ce que vous faites.", "says what you are doing.", Where.HERE, null),
  TOPIC(
      "<texte>",
      "<text>",
      "change le sujet du salon.",
      "sets the channel's topic.",
      Where.CHANNEL,
      null),
  DESCRIPTION(
      "[texte]",
      "[text]",
      "dit à quoi sert le salon.",
      "says what the channel is for.",
      Where.CHANNEL,
      Rank.HALFOP),
  VISIBILITY(
      "<public|request|private>",
      "<public|request|private>",
      "choisit qui trouve le salon et y entre.",
      "sets who finds the channel and comes in.",
      Where.CHANNEL,
      Rank.HALFOP),
  NEWCOMERS(
      "<all|joining>",
      "<all|joining>",
      "choisit ce que lisent les nouveaux : tout, ou depuis leur arrivée.",
      "sets what newcomers read: everything, or from joining on.",
      Where.CHANNEL,
      Rank.HALFOP),
  SLOW(
      "<secondes>",
      "<seconds>",
      "espace les messages de chacun ; 0 y met fin.",
      "sets the time between two messages of a person; 0 ends that.",
      Where.CHANNEL,
      Rank.HALFOP),
  KICK(
      "<nom> [raison]",
      "<name> [reason]",
      "met quelqu'un dehors.",
      "puts somebody out.",
      Where.CHANNEL,
      Rank.HALFOP),
  BAN(
      "<nom> [durée] [raison]",
      "<name> [duration] [reason]",
      "bannit quelqu'un du salon.",
      "bans somebody from the channel.",
      Where.CHANNEL,
      Rank.HALFOP),
  BANS(
      "",
      "",
      "dit qui est banni, jusqu'à quand et pourquoi.",
      "tells who is banned, until when and why.",
      Where.CHANNEL,
      null),
  UNBAN("<nom>", "<name>", "lève un bannissement.", "lifts a ban.", Where.CHANNEL, Rank.HALFOP),
  INVITE(
      "<nom>",
      "<name>",
      "invite quelqu'un dans le salon.",
      "asks somebody into the channel.",
      Where.CHANNEL,
      null),
  GROUP(
      "<noms> [: titre]",
      "<names> [: title]",
      "commence une conversation à plusieurs.",
      "begins a conversation of several people.",
      Where.ANY,
      null),
  KNOCK(
      "<#salon> [message]",
      "<#channel> [message]",
      "demande à rejoindre un salon.",
      "asks to come into a channel.",
      Where.ANY,
      null),
  WITHDRAW(
      "<#salon>",
      "<#channel>",
      "retire cette demande.",
      "takes that request back.",
      Where.ANY,
      null),
  REQUESTS(
      "",
      "",
      "dit qui demande à rejoindre le salon.",
      "tells who asks to come into the channel.",
      Where.CHANNEL,
      Rank.HALFOP),
  ACCEPT(
      "<nom>",
      "<name>",
      "fait entrer qui l'a demandé.",
      "lets in who asked.",
      Where.CHANNEL,
      Rank.HALFOP),
  REJECT(
      "<nom> [pause] [raison]",
      "<name> [pause] [reason]",
      "refuse qui l'a demandé.",
      "refuses who asked.",
      Where.CHANNEL,
      Rank.HALFOP),
  PIN("<msgid>", "<msgid>", "épingle un message.", "pins a message.", Where.HERE, null),
  UNPIN(
      "<msgid>",
      "<msgid>",
      "détache un message épinglé.",
      "takes a pinned message down.",
      Where.HERE,
      null),
  PINS("", "", "montre les messages épinglés.", "lists the pinned messages.", Where.HERE, null),
  SAVE(
      "<msgid>",
      "<msgid>",
      "garde un message pour vous seul.",
      "keeps a message for yourself.",
      Where.HERE,
      null),
  UNSAVE(
      "<msgid>",
      "<msgid>",
      "retire un message de ceux que vous gardez.",
      "drops a message from those you keep.",
      Where.HERE,
      null),
  SAVED(
      "",
      "",
      "montre les messages que vous gardez.",
      "lists the messages that you keep.",
      Where.ANY,
      null),
  ACTIVITY(
      "[nombre]",
      "[number]",
      "montre ce qui vous concerne : mentions, réponses, réactions.",
      "lists what concerns you: mentions, replies, reactions.",
      Where.ANY,
      null),
  NOTIFY(
      "<tout|mentions|rien>",
      "<everything|mentions|nothing>",
      "choisit de quoi vous êtes prévenu ici.",
      "sets what you are told of here.",
      Where.HERE,
      null),
  MUTE(
      "[durée]",
      "[duration]",
      "ne vous prévient plus de rien ici.",
      "tells you of nothing here.",
      Where.HERE,
      null),
  UNMUTE("", "", "vous prévient de nouveau.", "tells you again.", Where.HERE, null),
  OP(
      "<nom>",
      "<name>",
      "fait de quelqu'un un opérateur.",
      "makes somebody operator.",
      Where.CHANNEL,
      Rank.OP),
  DEOP("<nom>", "<name>", "retire ce rang.", "takes that rank away.", Where.CHANNEL, Rank.OP),
  VOICE(
      "<nom>",
      "<name>",
      "donne la parole à quelqu'un.",
      "gives somebody voice.",
      Where.CHANNEL,
      Rank.HALFOP),
  DEVOICE("<nom>", "<name>", "la retire.", "takes it away.", Where.CHANNEL, Rank.HALFOP),
  MODE(
      "<modes>",
      "<modes>",
      "change les modes du salon.",
      "changes the channel's modes.",
      Where.CHANNEL,
      Rank.HALFOP),
  AWAY("[raison]", "[reason]", "vous dit absent.", "says that you are away.", Where.ANY, null),
  BACK("", "", "vous dit de retour.", "says that you are back.", Where.ANY, null),
  STATUS(
      "[durée] [texte]",
      "[duration] [text]",
      "dit ce que vous faites, pour un temps ou jusqu'à nouvel ordre ; rien ne le retire.",
      "says what you are doing, for a time or until further notice; nothing takes it back.",
      Where.ANY,
      null),
  DND("", "", "demande de ne pas vous déranger.", "asks not to disturb you.", Where.ANY, null),
  WHOIS(
      "<nom>",
      "<name>",
      "dit ce que l'on sait de quelqu'un.",
      "tells what is known of somebody.",
      Where.ANY,
      null),
  FRIEND(
      "<nom>",
      "<name>",
      "demande à quelqu'un d'être votre ami, ou accepte sa demande.",
      "asks somebody to be your friend, or accepts their request.",
      Where.ANY,
      null),
  UNFRIEND(
      "<nom>",
      "<name>",
      "retire un ami, ou une demande.",
      "ends a friendship, or a request.",
      Where.ANY,
      null),
  FRIENDS("", "", "dit qui sont vos amis.", "tells who your friends are.", Where.ANY, null),
  BLOCK(
      "<nom>",
      "<name>",
      "ne reçoit plus rien de quelqu'un.",
      "receives nothing more of somebody.",
      Where.ANY,
      null),
  UNBLOCK(
      "<nom>",
      "<name>",
      "reçoit de nouveau quelqu'un.",
      "receives somebody again.",
      Where.ANY,
      null),
  PRIVACY(
      "[write|add|see everyone|shared|friends]",
      "[write|add|see everyone|shared|friends]",
      "dit ou choisit qui peut vous écrire, vous ajouter, vous voir en ligne.",
      "tells or sets who may write to you, add you, see you online.",
      Where.ANY,
      null),
  LIST("[texte]", "[text]", "liste les salons.", "lists the channels.", Where.ANY, null),
  SEARCH(
      "<mots> [de:nom] [dans:#salon] [avant:date]",
      "<words> [from:name] [in:#channel] [before:date]",
      "cherche dans tous les messages que vous pouvez lire.",
      "searches all the messages that you may read.",
      Where.ANY,
      null);

  private final String argumentsFrench;
  private final String argumentsEnglish;
  private final String french;
  private final String english;
  private final Where where;
  private final @Nullable Rank rank;

  /// Where it may be typed.
  public enum Where {
    CHANNEL,
    /// In a channel or in a private conversation.
    HERE,
    ANY
  }

  SlashCommand(
      String argumentsFrench,
      String argumentsEnglish,
      String french,
      String english,
      Where where,
      @Nullable Rank rank) {
    this.argumentsFrench = argumentsFrench;
    this.argumentsEnglish = argumentsEnglish;
    this.french = french;
    this.english = english;
    this.where = where;
    this.rank = rank;
  }

  /// The one of this name, in any case.
  public static Optional<SlashCommand> named(String name) {
    return Arrays.stream(values()).filter(one -> one.typed().equalsIgnoreCase(name)).findFirst();
  }

  /// As it is typed, without the slash.
  public String typed() {
    return name().toLowerCase(Locale.ROOT);
  }

  /// What comes behind it: `<needed> [optional]`.
  public String arguments(boolean inFrench) {
    return inFrench ? argumentsFrench : argumentsEnglish;
  }

  /// What it does, in half a sentence.
  public String help(boolean inFrench) {
    return inFrench ? french : english;
  }

  public Where where() {
    return where;
  }

  /// The rank in the channel that it takes; null for none.
  public @Nullable Rank rank() {
    return rank;
  }
}
