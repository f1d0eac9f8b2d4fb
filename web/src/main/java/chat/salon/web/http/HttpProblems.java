package chat.salon.web.http;

import chat.salon.web.Problem;

/// What is refused of a request before anything is asked of the chat.
final class HttpProblems {
  private HttpProblems() {}

  static Problem badPath() {
    return Problem.of("bad_path", 400, "Ce chemin ne se lit pas.", "This path cannot be read.");
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

  static Problem noAnswer() {
    return Problem.of(
            "busy",
            503,
            "Le serveur a trop à faire : réessayez dans un instant.",
            "The server has too much to do: try again in a moment.")
        .until(1);
  }

  static Problem tooManyConnections() {
    return Problem.of(
        "too_many_connections",
        429,
        "Trop de connexions depuis cette adresse : fermez-en une.",
        "There are too many connections from this address: close one.");
  }

  static Problem tooSlow() {
    return Problem.of(
        "too_slow",
        408,
        "La demande arrive trop lentement : réessayez avec une meilleure connexion.",
        "The request comes too slowly: try again with a better connection.");
  }

  static Problem noUpgrade() {
    return Problem.of(
        "no_websocket",
        426,
        "Cette adresse est celle du WebSocket.",
        "This address is for a WebSocket.");
  }
}
