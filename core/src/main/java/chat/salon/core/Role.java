package chat.salon.core;

/// What an account may do on the whole server, from least to most.
public enum Role {
  MEMBER,
  MODERATOR,
  ADMINISTRATOR
}
