package chat.salon.web.http;

import tools.jackson.databind.node.ObjectNode;

/// Where a message is: the two kinds of conversations, which have the same routes.
enum Spot {
  CHANNEL("/api/channels/{channel}", "channel_message", "ChannelPage", "ChannelPins"),
  PRIVATE("/api/private/{nick}", "private_message", "PrivatePage", "PrivatePins");

  private final String path;
  private final String key;
  private final String page;
  private final String pins;

  Spot(String path, String key, String page, String pins) {
    this.path = path;
    this.key = key;
    this.page = page;
    this.pins = pins;
  }

  String path() {
    return path;
  }

  /// Of the frame that says something there.
  String key() {
    return key;
  }

  /// Name of the schema of a page of what was said there.
  String page() {
    return page;
  }

  /// Name of the schema of what is pinned there.
  String pins() {
    return pins;
  }

  /// Says in a frame where it is about.
  ObjectNode in(Call call, ObjectNode frame) {
    return switch (this) {
      case CHANNEL -> frame.put("channel", call.channel());
      case PRIVATE -> frame.put("other_user", call.param("nick"));
    };
  }
}
