package chat.salon.core.account;

import chat.salon.core.AccountName;
import java.util.LinkedHashMap;
import java.util.Map;

/// From which addresses each account has logged in since the server started. Keeps the accounts
/// that logged in last, 10,000 of them, and 16 addresses of each, so that nobody pushes out what is
/// known of others by changing addresses. Any thread.
final class KnownDevices {
  private static final int MOST_ACCOUNTS = 10_000;
  private static final int MOST_ADDRESSES = 16;

  private final Map<String, Map<String, Boolean>> known = latest(MOST_ACCOUNTS);

  synchronized boolean contains(AccountName name, String address) {
    var addresses = known.get(name.folded());
    return addresses != null && addresses.containsKey(address);
  }

  synchronized void add(AccountName name, String address) {
    var before = known.remove(name.folded()); // and back at the young end
    var addresses = before == null ? KnownDevices.<Boolean>latest(MOST_ADDRESSES) : before;
    addresses.remove(address);
    addresses.put(address, true);
    known.put(name.folded(), addresses);
  }

  private static <T> Map<String, T> latest(int most) {
    return new LinkedHashMap<>() {
      @Override
      protected boolean removeEldestEntry(Map.Entry<String, T> eldest) {
        return size() > most;
      }
    };
  }
}
