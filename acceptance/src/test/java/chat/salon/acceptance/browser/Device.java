package chat.salon.acceptance.browser;

import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.options.ServiceWorkerPolicy;

/// What somebody has before them.
enum Device {
  DESKTOP(1280, 800, false),
  PHONE(390, 844, true);

  private final int width;
  private final int height;
  private final boolean isTouched;

  Device(int width, int height, boolean isTouched) {
    this.width = width;
    this.height = height;
    this.isTouched = isTouched;
  }

  boolean isPhone() {
    return isTouched;
  }

  /// What they have besides.
  Device other() {
    return this == DESKTOP ? PHONE : DESKTOP;
  }

  /// Without a service worker: each of these browsers is new, and would fetch the whole app.
  NewContextOptions options() {
    return new NewContextOptions()
        .setServiceWorkers(ServiceWorkerPolicy.BLOCK)
        .setViewportSize(width, height)
        .setHasTouch(isTouched)
        .setIsMobile(isTouched)
        .setDeviceScaleFactor(isTouched ? 2 : 1);
  }

  /// With one, as a browser is that comes back.
  NewContextOptions keeping() {
    return options().setServiceWorkers(ServiceWorkerPolicy.ALLOW).setLocale("fr-FR");
  }
}
