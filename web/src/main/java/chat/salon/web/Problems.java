package chat.salon.web;

/// What this door refuses by itself, before anybody is asked.
public final class Problems {
  private Problems() {}

  /// The frame is not one.
  public static Problem badFrame(String field, String french, String english) {
    return Problem.of("bad_frame", 400, french, english).at(field);
  }

  /// What should be JSON is not.
  public static Problem notJson() {
    return Problem.of(
        "bad_json",
        400,
        "Ce n'est pas un objet JSON correct : vérifiez les guillemets, les clés en double et"
            + " l'imbrication.",
        "That is not one correct JSON object: look for quotes, keys that come twice, and nesting.");
  }

  static Problem unknownFrame() {
    return Problem.of(
        "unknown_frame",
        400,
        "Aucun message du protocole n'a cette clé : voyez docs/protocol.md.",
        "No frame of the protocol has such a key: see docs/protocol.md.");
  }

  static Problem notYou(String user) {
    return Problem.of(
            "not_you",
            403,
            "Vous n'êtes pas « " + user + " » : retirez « user », ou connectez-vous sous ce nom.",
            "You are not \"" + user + "\": leave \"user\" out, or log in as them.")
        .at("user");
  }

  /// Who is not logged in has to do that first.
  public static Problem notLoggedIn() {
    return Problem.of("not_logged_in", 401, "Connectez-vous d'abord.", "You have to log in first.");
  }

  /// A token that is not good for this.
  public static Problem outOfScope() {
    return Problem.of(
        "not_in_scope",
        403,
        "Ce jeton ne permet pas cela : créez-en un avec d'autres droits.",
        "This token is not good for that: make one with other scopes.");
  }

  /// More at once than is taken.
  public static Problem tooFast(long seconds) {
    return Problem.of(
            "rate_limited",
            429,
            "Trop de demandes à la fois : réessayez dans " + seconds + " s.",
            "Too many requests at once: try again in " + seconds + " s.")
        .until(seconds);
  }

  /// More bytes than are taken.
  public static Problem tooLarge(int bytes) {
    return Problem.of(
        "too_large",
        413,
        "C'est trop grand : au plus " + bytes + " octets.",
        "That is too large: at most " + bytes + " bytes.");
  }

  /// A password over a line that others can read along.
  public static Problem insecure() {
    return Problem.of(
        "insecure",
        403,
        "Cette connexion n'est pas chiffrée : ouvrez l'adresse en https pour utiliser un mot de"
            + " passe.",
        "This connection is not encrypted: open the https address to use a password.");
  }

  static Problem fault(String reference) {
    return Problem.of(
        "internal_error",
        500,
        "Une erreur s'est produite ici et rien n'a changé. L'administrateur la trouve dans le"
            + " journal sous "
            + reference
            + ".",
        "Something went wrong here, and nothing was changed. The administrator finds it in the log"
            + " under "
            + reference
            + ".");
  }

  /// Somebody who is named is not known.
  public static Problem notFound() {
    return Problem.of("not_found", 404, "Cela n'existe pas.", "There is no such thing.");
  }

  /// The two passwords differ.
  public static Problem passwordsDiffer() {
    return Problem.of(
            "passwords_differ",
            400,
            "Les deux mots de passe ne sont pas identiques.",
            "The two passwords are not the same.")
        .at("confirmation");
  }

  /// What is asked for comes with another part of the server.
  public static Problem refused(String code, int status, String french, String english) {
    return Problem.of(code, status, french, english);
  }
}
