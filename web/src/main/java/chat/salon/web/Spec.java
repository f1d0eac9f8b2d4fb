package chat.salon.web;

import chat.salon.core.account.Token.Scope;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.node.ObjectNode;

/// What is checked of a frame before it is run.
///
/// @param key the field that no other frame has; it comes first among the fields
/// @param needsAccount whether one has to be logged in
/// @param scope that a token has to have
public record Spec(String key, boolean needsAccount, Scope scope, Map<String, Field> fields) {

  /// Fields that every frame may have.
  public static final List<Field> COMMON =
      List.of(Field.line("id").optional().atMost(60), Field.line("user").optional().atMost(256));

  /// Of a frame that reads.
  public static Spec reading(Field key, Field... others) {
    return of(true, Scope.READ, key, others);
  }

  /// Of a frame that changes something.
  public static Spec writing(Field key, Field... others) {
    return of(true, Scope.WRITE, key, others);
  }

  /// Of a frame for everybody, logged in or not.
  public static Spec always(Field key, Field... others) {
    return of(false, Scope.READ, key, others);
  }

  private static Spec of(boolean needsAccount, Scope scope, Field key, Field... others) {
    var fields = new LinkedHashMap<String, Field>();
    fields.put(key.name(), key);
    for (var field : others) {
      fields.put(field.name(), field);
    }
    return new Spec(key.name(), needsAccount, scope, java.util.Collections.unmodifiableMap(fields));
  }

  /// The same with a place: a `channel`, or the `other_user` of a private conversation.
  public Spec inPlace() {
    var all = new ArrayList<>(fields.values());
    var first = all.removeFirst();
    all.add(Field.line("channel").optional());
    all.add(Field.line("other_user").optional());
    return of(needsAccount, scope, first, all.toArray(Field[]::new));
  }

  /// What is wrong with a frame; empty when nothing is.
  public Optional<Problem> refuse(ObjectNode frame) {
    for (var property : frame.properties()) {
      var field = field(property.getKey());
      if (field.isEmpty()) {
        return Optional.of(unknown(property.getKey()));
      }
      var problem = field.get().refuse(property.getValue());
      if (problem.isPresent()) {
        return problem;
      }
    }
    return fields.values().stream()
        .filter(field -> field.isRequired() && !frame.has(field.name()))
        .findFirst()
        .map(Spec::missing);
  }

  /// What is wrong with an object that is to have some fields and no others; empty when nothing is.
  public static Optional<Problem> check(List<Field> fields, ObjectNode object) {
    var others = fields.subList(1, fields.size()).toArray(Field[]::new);
    return of(false, Scope.READ, fields.getFirst(), others).refuse(object);
  }

  private Optional<Field> field(String name) {
    var own = fields.get(name);
    return own != null
        ? Optional.of(own)
        : COMMON.stream().filter(field -> field.name().equals(name)).findFirst();
  }

  private Problem unknown(String name) {
    return Problems.badFrame(
        name,
        "« " + key + " » n'a pas de champ « " + name + " ».",
        "\"" + key + "\" has no field \"" + name + "\".");
  }

  private static Problem missing(Field field) {
    return Problems.badFrame(
        field.name(),
        "Il manque « " + field.name() + " ».",
        "\"" + field.name() + "\" is missing.");
  }
}
