package chat.salon.server;

import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;

/// The section of the file that a component of [Configuration] comes from, where that is not its
/// own name.
@Retention(RetentionPolicy.RUNTIME)
@interface Section {
  String value();
}
