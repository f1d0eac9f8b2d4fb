import { remember, remembered } from './local';
import { addressesOf } from './server-address';

/** Milliseconds that a server has to answer. */
const PATIENCE = 5_000;
const REMEMBERED = 5;

/** A server that was found. */
export interface Found {
  address: string;
  name: string;
  online: number;
  /** Milliseconds from question to answer. */
  ping: number;
  /** Where IRC clients connect; none when it has no such door. */
  irc: string | undefined;
}

/** One that was opened before. It is asked anew each time: `undefined` when it does not answer. */
export interface Known {
  address: string;
  name: string;
}

export class NotFound extends Error {
  readonly reason: 'no-address' | 'late' | 'silent' | 'other';

  constructor(reason: NotFound['reason']) {
    super(reason);
    this.reason = reason;
  }
}

/** The servers that somebody has opened from this browser, the last one first. */
export class Servers {
  known = $state.raw<readonly Known[]>(remembered<Known[]>('servers') ?? []);

  remember({ address, name }: Known): void {
    const others = this.known.filter((each) => each.address !== address);
    this.#keep([{ address, name }, ...others].slice(0, REMEMBERED));
  }

  forget(address: string): void {
    this.#keep(this.known.filter((each) => each.address !== address));
  }

  #keep(known: readonly Known[]): void {
    this.known = known;
    remember('servers', known);
  }
}

/** Finds the server that somebody calls so. Fails as `NotFound`. */
export async function find(text: string): Promise<Found> {
  const addresses = addressesOf(text);
  if (addresses.length === 0) throw new NotFound('no-address');
  try {
    return await Promise.any(addresses.map(ask));
  } catch (why) {
    throw worst((why as AggregateError).errors as NotFound[]);
  }
}

/** What a server says of itself. */
export async function ask(address: string): Promise<Found> {
  const signal = AbortSignal.timeout(PATIENCE);
  const begun = performance.now();
  let answer: Partial<{ welcome: string; online: number; irc_tls_port: number }>;
  try {
    const response = await fetch(`${address}/api/server`, { credentials: 'omit', signal });
    if (!response.ok) throw new NotFound('other');
    answer = (await response.json()) as typeof answer;
  } catch (why) {
    if (why instanceof SyntaxError) throw new NotFound('other');
    if (why instanceof NotFound) throw why;
    throw new NotFound((why as Error).name === 'TimeoutError' ? 'late' : 'silent');
  }
  const { welcome, online = 0, irc_tls_port: port = 0 } = answer;
  if (typeof welcome !== 'string') throw new NotFound('other');
  const ping = Math.round(performance.now() - begun);
  const irc = port > 0 ? `ircs://${new URL(address).hostname}:${port}` : undefined;
  return { address, name: welcome, online, ping, irc };
}

// Something that answers tells more than silence.
function worst(all: readonly NotFound[]): NotFound {
  return all.find((each) => each.reason === 'other') ?? all[0]!;
}
