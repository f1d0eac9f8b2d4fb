package chat.salon.web;

import chat.salon.core.Rank;
import chat.salon.core.Refusal;
import chat.salon.core.Refusal.*;
import chat.salon.core.Refusal.AccountExists;
import chat.salon.core.Refusal.AgainstModes;
import chat.salon.core.Refusal.AlreadyLoggedIn;
import chat.salon.core.Refusal.BadAccountName;
import chat.salon.core.Refusal.BadChannelName;
import chat.salon.core.Refusal.BadCredentials;
import chat.salon.core.Refusal.Busy;
import chat.salon.core.Refusal.GroupFull;
import chat.salon.core.Refusal.GroupName;
import chat.salon.core.Refusal.NickInUse;
import chat.salon.core.Refusal.NoSuchChannel;
import chat.salon.core.Refusal.NoSuchMessage;
import chat.salon.core.Refusal.NoSuchNick;
import chat.salon.core.Refusal.NobodyToAdd;
import chat.salon.core.Refusal.NotChannelOperator;
import chat.salon.core.Refusal.NotGroup;
import chat.salon.core.Refusal.NotLoggedIn;
import chat.salon.core.Refusal.TooFast;
import chat.salon.core.Refusal.TooLong;
import chat.salon.core.Refusal.TooSlow;
import chat.salon.core.Role;

/// Refusals in the words of this door: its one translator.
public final class Refusals {
  private Refusals() {}

  /// Why not, as this door tells it.
  public static Problem of(Refusal why) {
    return switch (why) {
      case NoSuchChannel(var channel) ->
          problem(
              "no_such_channel",
              404,
              "Il n'y a pas de salon " + channel + ".",
              "There is no channel " + channel + ".");
      case NoSuchNick(var nick) ->
          problem(
              "no_such_user",
              404,
              "Personne ne s'appelle « " + nick + " » ici.",
              "Nobody is called \"" + nick + "\" here.");
      case BadChannelName(var text) ->
          problem(
                  "bad_channel_name",
                  400,
                  "« "
                      + text
                      + " » ne peut pas être le nom d'un salon : il commence par # et n'a ni"
                      + " espace ni virgule.",
                  "\""
                      + text
                      + "\" cannot be a channel's name: it begins with # and has no space"
                      + " and no comma.")
              .at("channel");
      case BadNick(var text) ->
          problem(
              "bad_nick",
              400,
              "« " + text + " » ne peut pas être un nom.",
              "\"" + text + "\" cannot be a name.");
      case NickInUse(var nick) ->
          problem(
              "nick_in_use",
              409,
              "Quelqu'un d'autre est ici sous le nom « " + nick + " ».",
              "Somebody else is here as \"" + nick + "\".");
      case NickReserved(var nick) ->
          problem(
              "nick_reserved",
              409,
              "« " + nick + " » appartient à un compte : connectez-vous à ce compte.",
              "\"" + nick + "\" belongs to an account: log in to it.");
      case NickIsAccount(_, var account) ->
          problem(
              "nick_is_account",
              409,
              "Ici, votre nom est celui de votre compte : " + account + ".",
              "Here your name is that of your account: " + account + ".");
      case NotOnChannel(var channel) ->
          problem(
              "not_on_channel",
              403,
              "Vous n'êtes pas dans " + channel.shown() + " : rejoignez-le d'abord.",
              "You are not on " + channel.shown() + ": join it first.");
      case TargetNotOnChannel(var nick, var channel) ->
          problem(
              "user_not_on_channel",
              404,
              nick + " n'est pas dans " + channel.shown() + ".",
              nick + " is not on " + channel.shown() + ".");
      case TargetOnChannel(var nick, var channel) ->
          problem(
              "user_on_channel",
              409,
              nick + " est déjà dans " + channel.shown() + ".",
              nick + " is on " + channel.shown() + " already.");
      case NotChannelOperator(var channel, var needed) ->
          problem(
              "not_operator",
              403,
              "Il faut être " + french(needed) + " de " + channel.shown() + " pour cela.",
              "That takes a " + english(needed) + " of " + channel.shown() + ".");
      case CannotPlay(var channel) ->
          problem(
              "cannot_play",
              403,
              "On ne joue pas de personnages dans " + channel.shown() + ".",
              "Nobody plays characters in " + channel.shown() + ".");
      case CannotSend(var channel) ->
          problem(
              "cannot_send",
              403,
              "Vous ne pouvez pas écrire dans "
                  + channel.shown()
                  + " : il est modéré, ou vous en êtes exclu.",
              "You cannot write in "
                  + channel.shown()
                  + ": it is moderated, or you are not to be there.");
      case ChannelFull(var channel) ->
          problem(
              "channel_full",
              403,
              channel.shown() + " est plein : réessayez plus tard.",
              channel.shown() + " is full: try again later.");
      case InviteOnly(var channel) ->
          problem(
              "invite_only",
              403,
              "On entre dans " + channel.shown() + " sur invitation : demandez à un opérateur.",
              "People enter " + channel.shown() + " by invitation: ask an operator.");
      case Banned(var channel) ->
          problem(
              "banned",
              403,
              "Vous êtes banni de " + channel.shown() + ".",
              "You are banned from " + channel.shown() + ".");
      case BadKey(var channel) ->
          problem(
                  "bad_key",
                  403,
                  "La clé de " + channel.shown() + " manque ou n'est pas la bonne.",
                  "The key of " + channel.shown() + " is missing or wrong.")
              .at("key");
      case TooManyChannels(_, var limit) ->
          problem(
              "too_many_channels",
              403,
              "Vous êtes déjà dans " + limit + " salons : quittez-en un.",
              "You are on " + limit + " channels already: leave one.");
      case ListFull(var channel, _, _) ->
          problem(
              "list_full",
              409,
              "Cette liste de " + channel.shown() + " est pleine.",
              "That list of " + channel.shown() + " is full.");
      case TooLong(var what, var limit) ->
          problem(
              "too_long",
              400,
              "C'est trop long : au plus " + limit + " octets.",
              "Your " + what + " is too long: at most " + limit + " bytes.");
      case Busy _ -> busy("busy");
      case NoAnswer() -> busy("no_answer");
      case Unconfirmed _ ->
          problem(
              "unconfirmed",
              503,
              "Un autre serveur n'a pas répondu : regardez si cela s'est fait avant de recommencer.",
              "Another server did not answer: look whether it happened before you try again.");
      case CutOff() ->
          problem(
              "cut_off",
              503,
              "Ce serveur est coupé des autres : on peut lire ici, et rien changer.",
              "This server is cut off from the others: you can read here, and change nothing.");
      case NotStored _ ->
          problem(
              "not_stored",
              503,
              "Le serveur ne peut pas enregistrer cela en ce moment : personne ne l'a vu.",
              "The server cannot store that just now: nobody saw it.");
      case BadCredentials _ ->
          problem(
                  "bad_credentials",
                  401,
                  "Identifiant ou mot de passe incorrect.",
                  "The name and the password do not belong together.")
              .at("password");
      case Throttled(var wait) ->
          problem(
                  "throttled",
                  429,
                  "Trop d'essais : réessayez dans " + Math.max(1, wait.toSeconds()) + " s.",
                  "Too many tries: try again in " + Math.max(1, wait.toSeconds()) + " s.")
              .until(Math.max(1, wait.toSeconds()));
      case AccountExists(var name) ->
          problem("account_exists", 409, "« " + name + " » est déjà pris.", name + " is taken.")
              .at("login");
      case BadAccountName(var text) ->
          problem(
                  "bad_account_name",
                  400,
                  "« "
                      + text
                      + " » ne peut pas être un identifiant : ni espace ni , * ? ! @ . et pas"
                      + " de chiffre ni de signe au début.",
                  "\""
                      + text
                      + "\" cannot be a login: no space and none of , * ? ! @ . and no digit"
                      + " or sign at the beginning.")
              .at("login");
      case WeakPassword(var weakness, var limit) -> weak(weakness, limit).at("password");
      case BadEmail(var text) ->
          problem(
                  "bad_email",
                  400,
                  text.isEmpty()
                      ? "Ici, un compte demande une adresse e-mail."
                      : "Ce n'est pas une adresse e-mail.",
                  text.isEmpty()
                      ? "An account needs an e-mail address here."
                      : "That is not an e-mail address.")
              .at("email");
      case RegistrationClosed _ ->
          problem(
              "registration_closed",
              403,
              "Ce serveur ne prend pas de nouveaux comptes.",
              "This server does not take new accounts.");
      case NotLoggedIn _ -> Problems.notLoggedIn();
      case AlreadyLoggedIn(var account) ->
          problem(
              "already_logged_in",
              409,
              "Vous êtes connecté comme " + account + " : déconnectez-vous d'abord.",
              "You are logged in as " + account + ": log out first.");
      case NotPermitted(var role) ->
          problem(
              "not_permitted",
              403,
              "C'est réservé aux " + french(role) + " du serveur.",
              "That is for the " + english(role) + " of this server.");
      case ChannelExists(var channel) ->
          problem(
                  "channel_exists",
                  409,
                  channel.shown() + " existe déjà : rejoignez-le, ou choisissez un autre nom.",
                  channel.shown() + " is there already: join it, or choose another name.")
              .at("create");
      case ChannelRegistered(var channel) ->
          problem(
              "channel_registered",
              409,
              channel.shown() + " est déjà enregistré.",
              channel.shown() + " is registered already.");
      case ChannelNotRegistered(var channel) ->
          problem(
              "channel_not_registered",
              409,
              channel.shown() + " n'est pas enregistré.",
              channel.shown() + " is not registered.");
      case NotBelonging(var channel, var account) ->
          problem(
              "not_belonging",
              409,
              account.shown() + " n'est pas membre de " + channel.shown() + ".",
              account.shown() + " does not belong to " + channel.shown() + ".");
      case NotFounder(var channel) ->
          problem(
              "not_founder",
              403,
              "C'est réservé à qui a fondé " + channel.shown() + ".",
              "That is for who founded " + channel.shown() + ".");
      case NotSettable(_, var flag) ->
          problem(
              "not_settable",
              403,
              "Le mode " + flag.letter() + " ne se change pas ainsi.",
              "The mode " + flag.letter() + " is not changed like that.");
      case NoSuchMessage _ ->
          problem(
              "no_such_message",
              404,
              "Ce message n'existe pas, ou plus.",
              "There is no such message, or no more.");
      case NotAuthor _ ->
          problem(
              "not_author",
              403,
              "Ce message est de quelqu'un d'autre.",
              "That message is somebody else's.");
      case TooOld(_, var limit) ->
          problem(
              "too_old",
              403,
              "Trop tard : cela n'était possible que pendant " + limit + " s.",
              "Too late: that could be done for " + limit + " s only.");
      case BadDuration(var text, var most) ->
          problem(
                  "bad_duration",
                  400,
                  "« "
                      + text
                      + " » n'est pas une durée : écrivez 30m, 1h, 7d ou 4w, au plus "
                      + most
                      + "d, puis la raison.",
                  "\""
                      + text
                      + "\" is no duration: write 30m, 1h, 7d or 4w, at most "
                      + most
                      + "d, and a reason behind it.")
              .at("duration");
      case GroupName(var name) ->
          problem(
              "group_name",
              403,
              name + " est le nom d'un groupe : on y entre en étant ajouté par un membre.",
              name + " is a group's name: one comes in by being added by a member.");
      case NotGroup(var channel) ->
          problem(
              "not_a_group",
              409,
              channel.shown() + " n'est pas un groupe : invitez plutôt.",
              channel.shown() + " is no group: invite people instead.");
      case NobodyToAdd _ ->
          problem(
              "nobody_to_add",
              400,
              "Nommez au moins une autre personne.",
              "Name at least one other person.");
      case GroupFull(var limit) ->
          problem(
              "group_full",
              403,
              "Un groupe a au plus " + limit + " personnes.",
              "A group has at most " + limit + " people.");
      case NoFriendship refused -> FriendRefusals.of(refused);
      case AgainstModes(var bar) -> ModeRefusals.of(bar);
      case Hindered(var hindrance) -> ProtectionRefusals.of(hindrance);
      case TooManyFounded(var limit) ->
          problem(
              "too_many_founded",
              403,
              limit == 0
                  ? "Ici, les comptes ne fondent pas de salons : demandez à un administrateur."
                  : "Vous avez fondé "
                      + limit
                      + " salons, le maximum : abandonnez-en un dont vous n'avez plus besoin.",
              limit == 0
                  ? "Accounts found no channels here: ask an administrator."
                  : "You have founded "
                      + limit
                      + " channels, as many as one may: give up one that you do not need.");
      case TooManyReactions(_, var limit) ->
          problem(
              "too_many_reactions",
              409,
              "Ce message a déjà " + limit + " réactions différentes.",
              "That message has " + limit + " different reactions already.");
      case TooFast(var channel, var seconds) ->
          problem(
              "slow_mode",
              429,
              "Ce salon va lentement : vous pourrez y écrire dans " + seconds + " s.",
              "This channel is in slow mode: you can write again in " + seconds + " s.");
      case TooSlow(var most) ->
          problem(
              "slow_mode_too_long",
              400,
              "Le mode lent va jusqu'à " + most + " secondes : choisissez moins.",
              "Slow mode takes at most " + most + " seconds: choose fewer.");
      case TooManyKeys(var channel, var limit) ->
          problem(
              "too_many_keys",
              409,
              channel.shown() + " a déjà " + limit + " clés : effacez-en une d'abord.",
              channel.shown() + " has " + limit + " keys already: take one of them away first.");
      case TooManyPins(var limit) ->
          problem(
              "too_many_pins",
              409,
              "Il y a déjà " + limit + " messages épinglés : détachez-en un d'abord.",
              "There are " + limit + " pinned messages already: unpin one first.");
      case TooManySaved(var limit) ->
          problem(
              "too_many_saved",
              409,
              "Vous gardez déjà " + limit + " messages : retirez-en un d'abord.",
              "You keep " + limit + " messages already: drop one first.");
      case BadReaction(_, var limit) ->
          problem(
                  "bad_reaction",
                  400,
                  "Une réaction est un emoji ou un mot d'au plus " + limit + " octets.",
                  "A reaction is an emoji or a word of at most " + limit + " bytes.")
              .at("react");
      case AlreadyAsked(var channel) ->
          problem(
              "already_asked",
              409,
              "Vous avez déjà demandé à rejoindre "
                  + channel.shown()
                  + " : attendez la réponse, ou annulez votre demande.",
              "You have asked to join "
                  + channel.shown()
                  + " already: wait for the answer, or withdraw your request.");
      case AskLater(var channel, var until) ->
          problem(
              "refused_before",
              403,
              "Demande refusée par l'équipe de "
                  + channel.shown()
                  + " : vous pourrez redemander à partir du "
                  + EventFrames.time(until)
                  + ".",
              "The team of "
                  + channel.shown()
                  + " refused your request: you may ask again from "
                  + EventFrames.time(until)
                  + " on.");
      case QueueFull(var channel, var limit) ->
          problem(
              "queue_full",
              409,
              limit + " personnes attendent déjà à " + channel.shown() + " : réessayez plus tard.",
              limit + " people wait at " + channel.shown() + " already: try again later.");
      case RequestTooLong(var limit) ->
          problem(
                  "too_long",
                  400,
                  "C'est trop long : au plus " + limit + " caractères.",
                  "Your message is too long: at most " + limit + " characters.")
              .at("message");
      case NoJoinRequest(var channel, var asker) ->
          problem(
              "no_request",
              404,
              asker + " ne demande pas, ou plus, à rejoindre " + channel.shown() + ".",
              asker + " does not ask to join " + channel.shown() + ", or no more.");
      case AlreadyAnswered(_, var asker, var by, var accepted) ->
          problem(
              "already_answered",
              409,
              "Déjà traité par "
                  + by
                  + " : "
                  + asker
                  + (accepted ? " est accepté." : " est refusé."),
              "Already handled by "
                  + by
                  + ": "
                  + asker
                  + (accepted ? " was let in." : " was refused."));
      case AskerBanned(var channel, var asker) ->
          problem(
              "asker_banned",
              409,
              asker
                  + " est banni de "
                  + channel.shown()
                  + " : levez d'abord le bannissement, ou refusez la demande.",
              asker
                  + " is banned from "
                  + channel.shown()
                  + ": lift the ban first, or refuse the request.");
      case AskerGone(var channel, var asker) ->
          problem(
              "asker_gone",
              409,
              asker
                  + " est parti, et "
                  + channel.shown()
                  + " n'est pas enregistré : attendez son retour, ou enregistrez le salon.",
              asker
                  + " has left, and "
                  + channel.shown()
                  + " is not registered: wait for them, or register the channel.");
      case BadCode _ ->
          problem(
                  "bad_code",
                  403,
                  "Ce code est faux, a déjà servi, ou date d'un démarrage précédent.",
                  "The code is wrong, used, or from an earlier start.")
              .at("code");
    };
  }

  private static Problem busy(String code) {
    return problem(
            code,
            503,
            "Le serveur a trop à faire : réessayez dans un instant.",
            "The server has too much to do: try again in a moment.")
        .until(1);
  }

  private static Problem weak(Weakness weakness, int limit) {
    return switch (weakness) {
      case TOO_SHORT ->
          problem(
              "password_too_short",
              400,
              "Il faut au moins " + limit + " caractères.",
              "It takes at least " + limit + " characters.");
      case TOO_LONG ->
          problem(
              "password_too_long",
              400,
              "Un mot de passe a au plus " + limit + " octets.",
              "A password has at most " + limit + " bytes.");
      case TOO_COMMON ->
          problem(
              "password_too_common",
              400,
              "Trop de gens utilisent ce mot de passe : choisissez-en un autre.",
              "Too many people use this password: choose another.");
    };
  }

  private static String french(Rank rank) {
    return switch (rank) {
      case FOUNDER -> "fondateur";
      case ADMIN -> "administrateur";
      case OP -> "opérateur";
      case HALFOP -> "demi-opérateur";
      case VOICE -> "voix";
    };
  }

  private static String english(Rank rank) {
    return switch (rank) {
      case FOUNDER -> "founder";
      case ADMIN -> "channel administrator";
      case OP -> "operator";
      case HALFOP -> "half-operator";
      case VOICE -> "voice";
    };
  }

  private static String french(Role role) {
    return switch (role) {
      case MEMBER -> "membres";
      case MODERATOR -> "modérateurs";
      case ADMINISTRATOR -> "administrateurs";
    };
  }

  private static String english(Role role) {
    return switch (role) {
      case MEMBER -> "members";
      case MODERATOR -> "moderators";
      case ADMINISTRATOR -> "administrators";
    };
  }

  private static Problem problem(String code, int status, String french, String english) {
    return Problem.of(code, status, french, english);
  }
}
