import type { Message } from './protocol.ts';

const FULL = 50;

/** Messages on their way to the program: sent in order, some at a time, so that results never pile up. */
export class Outbox {
  readonly #address: string;
  #messages: Message[] = [];

  constructor(address: string) {
    this.#address = address;
  }

  add(message: Message): void {
    this.#messages.push(message);
  }

  async sendIfFull(): Promise<void> {
    if (this.#messages.length >= FULL) await this.send();
  }

  async send(): Promise<void> {
    const body = JSON.stringify(this.#messages);
    this.#messages = [];
    const response = await fetch(this.#address, { method: 'POST', body });
    if (!response.ok) throw new Error(`${this.#address}: ${response.status}`);
  }
}
