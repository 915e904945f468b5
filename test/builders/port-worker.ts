import { MessageChannel, type MessagePort } from 'node:worker_threads';

/** A browser's `Worker` over a plain `MessageChannel`: what runs in it is served by `serve` on the other port. */
export class PortWorker extends EventTarget implements Worker {
  onmessage: Worker['onmessage'] = null;
  onmessageerror: Worker['onmessageerror'] = null;
  onerror: Worker['onerror'] = null;
  isTerminated = false;
  readonly #port: MessagePort;
  readonly #inside: MessagePort;

  constructor(serve: (port: MessagePort) => void) {
    super();
    const { port1, port2 } = new MessageChannel();
    this.#port = port1;
    this.#inside = port2;
    port1.on('message', (data: unknown) => this.dispatchEvent(new MessageEvent('message', { data })));
    serve(port2);
  }

  postMessage(message: unknown, transfer?: unknown): void {
    if (!this.isTerminated) this.#port.postMessage(message, transfer as never);
  }

  terminate(): void {
    this.isTerminated = true;
    this.#port.close();
    this.#inside.close();
  }

  /** What the browser does when a script throws or does not load. */
  crash(message = 'Uncaught Error'): void {
    this.dispatchEvent(Object.assign(new Event('error'), { message }));
  }
}
