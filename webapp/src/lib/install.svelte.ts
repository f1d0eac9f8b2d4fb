interface InstallPrompt extends Event {
  prompt(): Promise<unknown>;
}

/** Whether this browser offers to make an app of the page, and how to take the offer. */
class Install {
  #offer = $state.raw<InstallPrompt>();
  readonly isOffered = $derived(this.#offer !== undefined);

  constructor() {
    addEventListener('beforeinstallprompt', (event) => {
      event.preventDefault();
      this.#offer = event as InstallPrompt;
    });
    addEventListener('appinstalled', () => (this.#offer = undefined));
  }

  async ask(): Promise<void> {
    const offer = this.#offer;
    this.#offer = undefined;
    await offer?.prompt();
  }
}

export const install = new Install();
