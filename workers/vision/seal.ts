/** What a sealed worker has refused so far. */
export interface Seal {
  /** Attempts to use something that was taken away; above zero means a bug or an intruder. */
  attempts(): number;
}

/** Thrown by everything that was taken away. */
export class SealedError extends Error {
  override readonly name = 'SealedError';
}

/** Globals that send, store, encode, start other realms, or hand pixels to somebody else. */
const GLOBALS = [
  'fetch XMLHttpRequest WebSocket WebSocketStream EventSource WebTransport RTCPeerConnection RTCDataChannel',
  'indexedDB caches cookieStore BroadcastChannel Worker SharedWorker importScripts postMessage',
  'ImageEncoder VideoEncoder AudioEncoder MediaRecorder createImageBitmap FileReader FileReaderSync Blob File',
  'MediaStreamTrackGenerator VideoTrackGenerator Notification FontFace RTCRtpScriptTransformer',
  'webkitRequestFileSystem webkitRequestFileSystemSync',
  'webkitResolveLocalFileSystemURL webkitResolveLocalFileSystemSyncURL',
].flatMap((names) => names.split(' '));

/** Attributes of `navigator` that lead to storage, other realms or devices. */
const NAVIGATOR = [
  'storage',
  'storageBuckets',
  'locks',
  'serviceWorker',
  'usb',
  'serial',
  'hid',
  'sendBeacon',
  'mediaDevices',
];

/** Methods by class: an object that somebody kept from before the seal is of no use either. */
const METHODS: Readonly<Record<string, string>> = {
  XMLHttpRequest: 'open send',
  WebSocket: 'send',
  BroadcastChannel: 'postMessage',
  MessagePort: 'postMessage',
  ServiceWorker: 'postMessage',
  Worker: 'postMessage',
  Client: 'postMessage',
  IDBFactory: 'open deleteDatabase databases',
  IDBObjectStore: 'add put',
  CacheStorage: 'open match has keys delete',
  Cache: 'add addAll put',
  StorageManager: 'getDirectory persist',
  StorageBucketManager: 'open',
  FileSystemDirectoryHandle: 'getFileHandle getDirectoryHandle',
  FileSystemFileHandle: 'createWritable createSyncAccessHandle getFile',
  FileSystemSyncAccessHandle: 'write',
  OffscreenCanvas: 'convertToBlob transferToImageBitmap',
  FileReader: 'readAsArrayBuffer readAsBinaryString readAsDataURL readAsText',
  FileReaderSync: 'readAsArrayBuffer readAsBinaryString readAsDataURL readAsText',
  VideoEncoder: 'configure encode',
  RTCDataChannel: 'send',
  ServiceWorkerRegistration: 'showNotification',
};

/** The console is muted, not forbidden: the runtime warns through it. Numbers of calls count as no attempt. */
const CONSOLE = [
  'log',
  'info',
  'debug',
  'warn',
  'error',
  'trace',
  'dir',
  'dirxml',
  'table',
  'group',
  'timeStamp',
];

/** What stands in the place of something that is taken away, instead of a function that throws. */
export type Narrowed = Readonly<Record<string, (message: unknown) => void>>;

/**
 * Takes away from a worker every means to send, store or encode what it sees: each becomes a function that throws and
 * counts, for good. What may still leave must have been bound before (tally output, reply gate) or is `narrowed`.
 */
export function seal(realm: typeof globalThis, narrowed: Narrowed = {}): Seal {
  let attempts = 0;
  const refuse = (name: string) =>
    function sealed(): never {
      attempts += 1;
      throw new SealedError(`${name} is not available in the vision worker`);
    };

  for (const [owner, names] of Object.entries(METHODS)) {
    const prototype = prototypeOf(realm, owner);
    if (!prototype) continue; // a browser without it
    for (const name of names.split(' ')) takeAway(prototype, name, refuse(`${owner}.${name}`));
  }
  takeAway(realm.URL, 'createObjectURL', refuse('URL.createObjectURL'));
  for (const name of NAVIGATOR) takeAway(realm.navigator, name, refuse(`navigator.${name}`));
  for (const name of GLOBALS) {
    const prototype = prototypeOf(realm, name);
    if (prototype) replace(prototype, 'constructor', refuse(name)); // its own: a parent's may be sealed or needed
    takeAway(realm, name, narrowed[name] ?? refuse(name));
  }
  for (const name of CONSOLE) takeAway(realm.console, name, () => undefined);
  return { attempts: () => attempts };
}

function prototypeOf(realm: object, name: string): object | null {
  const descriptor = chainOf(realm)
    .map((owner) => Object.getOwnPropertyDescriptor(owner, name))
    .find((found) => found !== undefined);
  const value: unknown = descriptor?.value; // classes are plain values; a getter such as `caches` is not run
  if (typeof value !== 'function') return null;
  return (value as { readonly prototype?: object }).prototype ?? null;
}

type Stub = (message: unknown) => unknown;

/** Replaces a property wherever an object or its prototypes have it: methods by `stub`, attributes by its throwing. */
function takeAway(object: object, name: string, stub: Stub): void {
  for (const owner of chainOf(object)) replace(owner, name, stub);
}

function replace(owner: object, name: string, stub: Stub): void {
  const before = Object.getOwnPropertyDescriptor(owner, name);
  if (!before) return;
  const { enumerable = false } = before;
  const after = 'value' in before ? { value: stub, writable: false } : { get: () => stub(undefined) };
  Object.defineProperty(owner, name, { ...after, enumerable, configurable: false });
}

/** An object and its prototypes, without those that all objects share. */
function chainOf(object: object): object[] {
  const chain: object[] = [];
  for (let owner: object | null = object; owner; owner = Object.getPrototypeOf(owner) as object | null) {
    if (owner === Object.prototype || owner === Function.prototype) break;
    chain.push(owner);
  }
  return chain;
}
