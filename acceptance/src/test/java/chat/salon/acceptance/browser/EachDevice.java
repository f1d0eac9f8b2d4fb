package chat.salon.acceptance.browser;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.ArgumentsProvider;
import org.junit.jupiter.params.provider.ArgumentsSource;
import org.junit.jupiter.params.support.ParameterDeclarations;

/// A test for every [Device]. Each day it is run on one of them, always the same, so that half of
/// the tests are run on each; `./salon test --all` runs it on both.
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
@ParameterizedTest
@ArgumentsSource(EachDevice.Devices.class)
@interface EachDevice {

  /// The devices of a test.
  final class Devices implements ArgumentsProvider {
    @Override
    public Stream<Arguments> provideArguments(
        ParameterDeclarations parameters, ExtensionContext context) {
      var all = Device.values();
      int its = Math.floorMod(context.getRequiredTestMethod().getName().hashCode(), all.length);
      var devices = Boolean.getBoolean("salon.all") ? Arrays.stream(all) : Stream.of(all[its]);
      return devices.map(Arguments::of);
    }
  }
}
