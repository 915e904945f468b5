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
  'TCPSocket TCPServerSocket UDPSocket fetchLater PushManager BackgroundFetchManager',
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
  'webkitPersistentStorage',
  'webkitTemporaryStorage',
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
  IDBCursor: 'update',
  IDBDatabase: 'createObjectStore transaction',
  CacheStorage: 'open match has keys delete',
  Cache: 'add addAll put',
  StorageManager: 'getDirectory persist',
  StorageBucketManager: 'open',
  FileSystemDirectoryHandle: 'getFileHandle getDirectoryHandle',
  FileSystemFileHandle: 'createWritable createSyncAccessHandle getFile move',
  FileSystemSyncAccessHandle: 'write',
  OffscreenCanvas: 'convertToBlob transferToImageBitmap',
  FileReader: 'readAsArrayBuffer readAsBinaryString readAsDataURL readAsText',
  FileReaderSync: 'readAsArrayBuffer readAsBinaryString readAsDataURL readAsText',
  VideoEncoder: 'configure encode',
  AudioEncoder: 'configure encode',
  CookieStore: 'set delete',
  LockManager: 'request',
  FileSystemWritableFileStream: 'write',
  WritableStream: 'abort',
  WritableStreamDefaultWriter: 'write abort',
  FontFaceSet: 'add load',
  FontFace: 'load',
  StorageBucket: 'getDirectory',
  RTCDataChannel: 'send',
  ServiceWorkerRegistration: 'showNotification',
};

/** Ends of streams: a reason would travel to whoever sent the stream, so it is left out. */
const REASONS: Readonly<Record<string, string>> = {
  ReadableStream: 'cancel',
  ReadableStreamDefaultReader: 'cancel',
  ReadableStreamBYOBReader: 'cancel',
};

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
  for (const [owner, name] of Object.entries(REASONS)) leaveOutReason(prototypeOf(realm, owner), name);
  // Muted, not forbidden: the runtime warns through it, so that calls count as no attempt.
  for (const name of methodsOf(realm.console)) takeAway(realm.console, name, () => undefined);
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

type Stub = (this: unknown, message: unknown) => unknown;

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

function leaveOutReason(prototype: object | null, name: string): void {
  const method: unknown = prototype && Reflect.get(prototype, name);
  if (!prototype || typeof method !== 'function') return;
  replace(prototype, name, function withoutReason(this: unknown) {
    return Reflect.apply(method, this, []) as unknown;
  });
}

function methodsOf(object: object): string[] {
  return chainOf(object).flatMap((owner) =>
    Object.entries(Object.getOwnPropertyDescriptors(owner)).flatMap(([name, { value }]) =>
      typeof value === 'function' && name !== 'constructor' ? [name] : [],
    ),
  );
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
