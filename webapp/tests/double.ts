import type { AddressInfo } from 'node:net';
import { WebSocketServer, WebSocket as Socket } from 'ws';
import { Connection } from '../src/lib/connection.svelte';

export type Frame = Record<string, unknown>;

/** A WebSocket server that speaks as a test tells it: for what no real server does on demand. */
export class Double {
  readonly asked: Frame[] = [];
  readonly connection: Connection;
  answer: (frame: Frame, send: (frame: Frame) => void) => void = () => {};
  #server: WebSocketServer;

  private constructor(server: WebSocketServer) {
    this.#server = server;
    server.on('connection', (socket) => this.#serve(socket));
    const address = `ws://127.0.0.1:${(server.address() as AddressInfo).port}`;
    this.connection = new Connection(address, (to) => new Socket(to) as unknown as WebSocket);
  }

  static start(): Promise<Double> {
    const server = new WebSocketServer({ host: '127.0.0.1', port: 0 });
    return new Promise((resolve) => server.on('listening', () => resolve(new Double(server))));
  }

  send(...frames: Frame[]): void {
    const text = frames.map((frame) => JSON.stringify(frame)).join('\n');
    for (const socket of this.#server.clients) socket.send(text);
  }

  /** Cuts all lines as a bad network does. */
  cut(): void {
    for (const socket of this.#server.clients) socket.terminate();
  }

  stop(): Promise<void> {
    this.connection.close();
    this.cut();
    return new Promise((resolve) => this.#server.close(() => resolve()));
  }

  #serve(socket: Socket): void {
    const send = (frame: Frame) => socket.send(JSON.stringify(frame));
    send({ welcome: 'Salon', protocol: 1, user: 'alice', account: 'alice', limits: {} });
    socket.on('message', (data) => {
      const frame = JSON.parse(String(data)) as Frame;
      this.asked.push(frame);
      this.answer(frame, send);
    });
  }
}
