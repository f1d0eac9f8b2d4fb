package chat.salon.core.account;

import java.time.Duration;

/// The defaults, cheap to hash with, and what a test changes of them.
final class SettingsBuilder {
  private boolean refuseCommonPasswords = true;
  private boolean registerOpen = true;
  private int registrationsPerHour;
  private boolean scram = true;
  private int scramIterations = ScramVerifier.FEWEST_ITERATIONS;
  private int hashParallel = 2;
  private int hashQueue = 64;
  private Duration hashWait = Duration.ofSeconds(30);
  private int throttleFailures = 5;

  SettingsBuilder registerOpen(boolean open) {
    registerOpen = open;
    return this;
  }

  SettingsBuilder registrationsPerHour(int number) {
    registrationsPerHour = number;
    return this;
  }

  SettingsBuilder scram(boolean on) {
    scram = on;
    return this;
  }

  SettingsBuilder scramIterations(int number) {
    scramIterations = number;
    return this;
  }

  SettingsBuilder hashParallel(int number) {
    hashParallel = number;
    return this;
  }

  SettingsBuilder hashQueue(int number) {
    hashQueue = number;
    return this;
  }

  SettingsBuilder hashWait(Duration time) {
    hashWait = time;
    return this;
  }

  SettingsBuilder throttleFailures(int number) {
    throttleFailures = number;
    return this;
  }

  SettingsBuilder takeCommonPasswords() {
    refuseCommonPasswords = false;
    return this;
  }

  AccountSettings build() {
    var usual = AccountSettings.DEFAULT;
    return new AccountSettings(
        registerOpen,
        registrationsPerHour,
        usual.passwordMinLength(),
        refuseCommonPasswords,
        usual.nickIsAccount(),
        scram,
        scramIterations,
        usual.hashMemoryKib(),
        usual.hashIterations(),
        hashParallel,
        hashQueue,
        hashWait,
        throttleFailures,
        usual.throttleWindow(),
        usual.throttleWait(),
        usual.throttleLongestWait(),
        usual.emailRequired());
  }
}
