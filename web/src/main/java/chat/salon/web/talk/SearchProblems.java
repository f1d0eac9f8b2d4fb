package chat.salon.web.talk;

import chat.salon.core.search.Malformed;
import chat.salon.web.Problem;
import chat.salon.web.Text;

/// What is wrong with a search, and how to write it. Pure.
final class SearchProblems {
  private SearchProblems() {}

  static Problem of(Malformed malformed) {
    var text = text(malformed);
    return Problem.of("bad_search", 400, text.french(), text.english()).at("search");
  }

  private static Text text(Malformed wrong) {
    var near = wrong.near();
    int at = wrong.position() + 1;
    return switch (wrong.fault()) {
      case EMPTY -> new Text("Écrivez un mot à chercher.", "Write a word to search for.");
      case TOO_LONG ->
          new Text(
              "La recherche est trop longue : au plus " + wrong.limit() + " caractères.",
              "The search is too long: at most " + wrong.limit() + " characters.");
      case TOO_MANY ->
          new Text(
              "Trop de mots et de filtres : au plus " + wrong.limit() + ".",
              "Too many words and filters: at most " + wrong.limit() + ".");
      case UNCLOSED_QUOTE ->
          new Text(
              "Il manque le guillemet fermant de " + near + " (position " + at + ").",
              "The closing quote of " + near + " is missing (position " + at + ").");
      case SHORT_PREFIX ->
          new Text(
              "Il faut au moins deux lettres devant l'étoile de "
                  + near
                  + " (position "
                  + at
                  + ").",
              "It takes at least two letters before the star of "
                  + near
                  + " (position "
                  + at
                  + ").");
      case NO_VALUE ->
          new Text(
              "Il manque quelque chose après " + near + " (position " + at + ").",
              "Something is missing after " + near + " (position " + at + ").");
      case BAD_DATE ->
          new Text(
              near
                  + " n'est pas une date (position "
                  + at
                  + ") : écrivez 2026-11-01, 2026-11, 2026,"
                  + " aujourd'hui ou hier.",
              near
                  + " is not a date (position "
                  + at
                  + "): write 2026-11-01, 2026-11, 2026, today or"
                  + " yesterday.");
      case BAD_FEATURE ->
          new Text(
              near + " n'est pas connu (position " + at + ") : contient:lien ou contient:réaction.",
              near + " is not known (position " + at + "): has:link or has:reaction.");
      case NOT_EXCLUDABLE ->
          new Text(
              near + " ne peut pas être exclu (position " + at + ") : utilisez avant: ou après:.",
              near + " cannot be excluded (position " + at + "): use before: or after:.");
      case ONLY_EXCLUDED ->
          new Text(
              "Ajoutez un mot à trouver : il n'y a que des mots à exclure.",
              "Add a word to find: there are only words to leave out.");
      case BAD_CURSOR ->
          new Text(
              "« cursor » vient de « next » de la réponse précédente.",
              "\"cursor\" is the \"next\" of the answer before.");
    };
  }
}
