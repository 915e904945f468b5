/** Thrown by everything that the page has given up. */
export class GuardedError extends Error {
  override readonly name = 'GuardedError';
}

/** Connections that the policy does not stop or that nobody here needs, other realms, and what records a picture. */
const GLOBALS = [
  'RTCPeerConnection webkitRTCPeerConnection WebSocket WebSocketStream EventSource WebTransport fetchLater',
  'SharedWorker MediaRecorder ImageCapture VideoEncoder open',
].flatMap((names) => names.split(' '));
/** Elements with a realm of their own, in which all of that would be there again; and a new base for every address. */
const ELEMENTS = /^(?:\w+:)?(?:iframe|frame|frameset|object|embed|portal|fencedframe|base)$/i;

type Make = (this: Document, ...args: readonly string[]) => Element;

/**
 * Gives up, for good, what the page itself never needs and a Content-Security-Policy cannot stop: WebRTC to anybody
 * (the gateways' adapter has its own from before), frames with globals of their own, and leaving for another origin.
 * A second fence behind policy and Trusted Types; call once, when all modules are loaded.
 */
export function guardPage(): void {
  for (const name of GLOBALS) takeAway(globalThis, name);
  takeAway(Navigator.prototype, 'sendBeacon');
  takeAway(Document.prototype, 'parseHTMLUnsafe');
  for (const name of ['createElement', 'createElementNS']) guardMaking(name);
  stayHere();
}

function takeAway(owner: object, name: string): void {
  if (!(name in owner)) return; // a browser without it
  const value = function guarded(): never {
    throw new GuardedError(`${name} is not used by this page`);
  };
  Object.defineProperty(owner, name, { value, writable: false, configurable: false });
}

/** The name of an element is the last argument of both ways to make one, but for options. */
function guardMaking(method: string): void {
  const make = Reflect.get(Document.prototype, method) as Make;
  const value = function guarded(this: Document, ...args: readonly string[]): Element {
    const name = method === 'createElement' ? args[0] : args[1];
    if (ELEMENTS.test(String(name))) throw new GuardedError(`<${String(name)}> is not used by this page`);
    return Reflect.apply(make, this, args);
  };
  Object.defineProperty(Document.prototype, method, { value, writable: false, configurable: false });
}

interface LeavingEvent extends Event {
  readonly destination: { readonly url: string };
}

/** No script may send the page, and an address made of figures with it, to somebody else. The operator may. */
function stayHere(): void {
  const { navigation } = globalThis as { navigation?: EventTarget };
  navigation?.addEventListener('navigate', (event) => {
    const { url } = (event as LeavingEvent).destination;
    if (new URL(url).origin !== location.origin) event.preventDefault();
  });
}
