const WORKER = '/sw.js';

/**
 * The service worker, by which the app opens without a line, and whether it has a newer app than
 * the one on the screen.
 */
export class Updates {
  /** A newer app is there: it begins when the page is loaded again. */
  isReady = $state(false);
  /** The worker, once it is there; nothing where there cannot be one. */
  worker: Promise<ServiceWorkerRegistration | undefined> = Promise.resolve(undefined);
  #registration: ServiceWorkerRegistration | undefined;
  #isTaking = false;

  /** Has the browser keep the app; where it cannot, nothing is lost but that. */
  start(): void {
    this.worker = this.#start();
  }

  /** Asks whether there is a newer app; called when the line is back, as the server may be newer. */
  check(): void {
    // Without a line there is none.
    void this.#registration?.update().catch(() => {});
  }

  /** Begins the newer app. */
  take(): void {
    const { waiting } = this.#registration ?? {};
    if (!waiting) return location.reload();
    this.#isTaking = true;
    waiting.postMessage('activate');
  }

  async #start(): Promise<ServiceWorkerRegistration | undefined> {
    if (!import.meta.env.PROD || !('serviceWorker' in navigator)) return undefined;
    const { serviceWorker } = navigator;
    const isKept = serviceWorker.controller !== null;
    serviceWorker.addEventListener('controllerchange', () => {
      if (this.#isTaking) location.reload();
      // Another tab took the newer one; who was not kept before is as new as it gets.
      else if (isKept) this.isReady = true;
    });
    try {
      const registration = await serviceWorker.register(trusted(WORKER));
      registration.addEventListener('updatefound', () => this.#watch(registration.installing));
      this.#registration = registration;
      void this.#judge(registration.waiting);
      return registration;
    } catch {
      return undefined; // a browser that forbids it, or a certificate that it does not know
    }
  }

  #watch(worker: ServiceWorker | null): void {
    worker?.addEventListener('statechange', () => {
      if (worker.state === 'installed' && navigator.serviceWorker.controller) {
        void this.#judge(worker);
      }
    });
  }

  // A page that came over the line is newer than the worker that was kept: then it just begins.
  async #judge(worker: ServiceWorker | null): Promise<void> {
    if (!worker) return;
    if ((await versionOf(worker)) === ownVersion()) worker.postMessage('activate');
    else this.isReady = true;
  }
}

function versionOf(worker: ServiceWorker): Promise<unknown> {
  return new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = (event) => resolve(event.data);
    worker.postMessage('version', [port2]);
  });
}

function ownVersion(): string | undefined {
  return document.querySelector<HTMLMetaElement>('meta[name="salon-version"]')?.content;
}

/** The policy of the page lets no other text become a script. */
function trusted(path: typeof WORKER): string {
  const policy = window.trustedTypes?.createPolicy('salon', { createScriptURL: () => path });
  return policy?.createScriptURL('') ?? path;
}
