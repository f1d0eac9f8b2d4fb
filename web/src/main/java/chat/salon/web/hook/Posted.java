package chat.salon.web.hook;

import chat.salon.core.hook.OutgoingWebhook.Result;
import chat.salon.web.Json;

/// What came of a post.
///
/// @param status of the answer; 0 for none
/// @param text that the answer wants to be said; empty for none
public record Posted(Result result, int status, String text) {

  static Posted failed(Result why) {
    return new Posted(why, 0, "");
  }

  static Posted answered(int status, String body) {
    boolean isTaken = status >= 200 && status < 300;
    var text = isTaken ? Json.parse(body).map(answer -> answer.path("text").asString("")) : null;
    return new Posted(
        isTaken ? Result.TAKEN : Result.STATUS, status, text == null ? "" : text.orElse(""));
  }
}
