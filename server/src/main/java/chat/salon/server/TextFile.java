package chat.salon.server;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/// Reads files that people wrote, and says in a line why one cannot be read.
final class TextFile {
  private TextFile() {}

  /// @throws IllegalArgumentException why it cannot be read, naming the file
  static String read(Path file) {
    return read(file, StandardCharsets.UTF_8);
  }

  /// @throws IllegalArgumentException why it cannot be read, naming the file
  static String read(Path file, Charset charset) {
    try {
      return Files.readString(file, charset);
    } catch (NoSuchFileException e) {
      throw new IllegalArgumentException(file + " does not exist", e);
    } catch (AccessDeniedException e) {
      throw new IllegalArgumentException(file + " may not be read by this user", e);
    } catch (CharacterCodingException e) {
      throw new IllegalArgumentException(file + " is not UTF-8", e);
    } catch (IOException e) {
      throw new IllegalArgumentException(file + " cannot be read: " + e.getMessage(), e);
    }
  }
}
