package chat.salon.core;

import chat.salon.core.port.Relay;
import chat.salon.core.protect.Decree;
import java.util.List;

/// The relay of a node that is alone: everybody is here.
public record LocalRelay(Audience audience) implements Relay {
  @Override
  public void carry(int node, long epoch, List<Delivery> deliveries) {
    audience.deliver(deliveries);
  }

  @Override
  public void follow(int node, ChannelSnapshot channel) {}

  @Override
  public void retieElsewhere(AccountName one, AccountName other) {}

  @Override
  public void hangUpElsewhere(HangUp what) {}

  @Override
  public void decreeElsewhere(Decree what) {}
}
