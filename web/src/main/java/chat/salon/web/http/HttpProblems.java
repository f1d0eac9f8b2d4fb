package chat.salon.web.http;

import chat.salon.web.Problem;

/// What is refused of a request before anything is asked of the chat.
final class HttpProblems {
  private HttpProblems() {}

  static Problem badPath() {
    return Problem.of("bad_path", 400, "Ce chemin ne se lit pas.", "This path cannot be read.");
  }

  static Problem tooFast(long seconds) {
    return Problem.of(
            "rate_limited",
            429,
            "Trop de demandes : réessayez dans " + seconds + " s.",
            "Too many requests: try again in " + seconds + " s.")
        .until(seconds);
  }

  static Problem badMethod(String allowed) {
    return Problem.of(
        "bad_method",
        405,
        "Cette méthode ne va pas ici : " + allowed + ".",
        "This method is not for this path: " + allowed + " is.");
  }

  static Problem notJson() {
    return Problem.of(
        "not_json",
        415,
        "Le corps doit être du JSON : Content-Type: application/json.",
        "The body has to be JSON: Content-Type: application/json.");
  }

  static Problem otherOrigin() {
    return Problem.of(
        "other_origin",
        403,
        "Cette demande vient d'une autre page que celles de ce serveur.",
        "This request comes from a page that is not this server's.");
  }

  static Problem tooLarge(int bytes) {
    return Problem.of(
        "too_large",
        413,
        "C'est trop grand : au plus " + bytes + " octets.",
        "That is too large: at most " + bytes + " bytes.");
  }

  static Problem badJson() {
    return Problem.of(
        "bad_json",
        400,
        "Ce n'est pas un objet JSON correct.",
        "That is not a correct JSON object.");
  }

  static Problem noAnswer() {
    return Problem.of(
            "busy",
            503,
            "Le serveur a trop à faire : réessayez dans un instant.",
            "The server has too much to do: try again in a moment.")
        .until(1);
  }

  static Problem noUpgrade() {
    return Problem.of(
        "no_websocket",
        426,
        "Cette adresse est celle du WebSocket.",
        "This address is for a WebSocket.");
  }
}
