const HALF = 30_000;

/** The time, for what is to change on the screen by itself: it may be half a minute late. */
class Minute {
  now = $state(Date.now());

  constructor() {
    setInterval(() => (this.now = Date.now()), HALF);
  }
}

export const minute = new Minute();
