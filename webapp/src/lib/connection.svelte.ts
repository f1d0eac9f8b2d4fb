import { pauseBefore } from './backoff';
import { eventOf, type Asks, type Refusal, type ServerEvent, type Welcome } from './protocol';

/** The server said no, or could not be asked: `code` is stable, the message is for people. */
export class Refused extends Error {
  readonly code: string;
  readonly field: string | undefined;
  readonly retryAfter: number | undefined;

  constructor(refusal: Refusal) {
    super(refusal.message);
    this.code = refusal.error;
    this.field = refusal.field;
    this.retryAfter = refusal.retry_after;
  }

  /** Whether nobody knows if it was done: the line was cut before the answer. */
  get isCut(): boolean {
    return this.code === 'cut';
  }
}

interface Waiting {
  resolve(answer: never): void;
  reject(why: Refused): void;
}

type SocketMaker = (address: string) => WebSocket;

/**
 * The one line to the server. It comes back by itself, matches answers to what was asked, and hands
 * on everything else in the order in which it came.
 */
export class Connection {
  state = $state<'off' | 'connecting' | 'open' | 'waiting'>('off');
  onevent: (event: ServerEvent) => void = () => {};
  onwelcome: (welcome: Welcome) => void = () => {};
  /** The line was cut, or there was none to be had. */
  onlost: () => void = () => {};

  #address: string;
  #make: SocketMaker;
  #socket: WebSocket | undefined;
  #waiting = new Map<string, Waiting>();
  #attempt = 0;
  #next = 1;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(address: string, make: SocketMaker = (to) => new WebSocket(to)) {
    this.#address = address;
    this.#make = make;
  }

  /** Connects now, also when it would have waited. */
  open(): void {
    if (this.state === 'open' || this.state === 'connecting') return;
    clearTimeout(this.#timer);
    this.state = 'connecting';
    const socket = this.#make(this.#address);
    this.#socket = socket;
    socket.onmessage = (event) => this.#receive(socket, String(event.data));
    socket.onclose = () => this.#lost(socket);
  }

  /** Ends the line, and stays off until `open` is called. */
  close(): void {
    clearTimeout(this.#timer);
    const socket = this.#socket;
    this.#socket = undefined;
    this.state = 'off';
    socket?.close();
    this.#refuseAll();
  }

  /** Asks, and waits for the answer; fails as `Refused`. `id` makes asking again the same as once. */
  ask<K extends keyof Asks>(
    kind: K,
    value: Asks[K]['value'],
    rest?: Asks[K]['with'],
    id: string = String(this.#next++),
  ): Promise<Asks[K]['answer']> {
    return new Promise((resolve, reject) => {
      if (this.state !== 'open') return reject(cut());
      this.#waiting.set(id, { resolve, reject });
      this.#send({ [kind]: value, ...(rest as object), id });
    });
  }

  /** Says what needs no answer; it is lost when there is no line. */
  tell<K extends keyof Asks>(kind: K, value: Asks[K]['value'], rest?: Asks[K]['with']): void {
    if (this.state === 'open') this.#send({ [kind]: value, ...(rest as object) });
  }

  #send(frame: object): void {
    this.#socket?.send(JSON.stringify(frame));
  }

  #receive(socket: WebSocket, text: string): void {
    for (const line of text.split('\n')) {
      if (socket !== this.#socket) return;
      if (line.trim()) this.#take(JSON.parse(line) as Record<string, unknown>);
    }
  }

  #take(frame: Record<string, unknown>): void {
    if ('ok' in frame || 'error' in frame || 'pong' in frame) return this.#answer(frame);
    const event = eventOf(frame);
    if (!event) return;
    if (event.kind === 'welcome') {
      this.state = 'open';
      this.#attempt = 0;
      this.onwelcome(event.frame);
    } else if (event.kind === 'closing' && !event.frame.again) {
      this.onevent(event);
      this.close();
    } else {
      this.onevent(event);
    }
  }

  #answer(frame: Record<string, unknown>): void {
    const id = String(frame.id ?? '');
    const waiting = this.#waiting.get(id);
    if (!waiting) return;
    this.#waiting.delete(id);
    if ('error' in frame) waiting.reject(new Refused(frame as unknown as Refusal));
    else waiting.resolve(frame as never);
  }

  #lost(socket: WebSocket): void {
    if (socket !== this.#socket) return;
    this.#socket = undefined;
    this.state = 'waiting';
    this.#refuseAll();
    this.onlost();
    this.#timer = setTimeout(() => this.open(), pauseBefore(this.#attempt++));
  }

  #refuseAll(): void {
    const waiting = [...this.#waiting.values()];
    this.#waiting.clear();
    for (const each of waiting) each.reject(cut());
  }
}

function cut(): Refused {
  return new Refused({ error: 'cut', message: '' });
}
