import { STEPS, TAP, type TapNotes } from './tap-notes.ts';

type AnyFunction = (this: unknown, ...args: unknown[]) => unknown;
type Owner = Record<string, { prototype: Record<string, unknown> } | undefined>;

/** What makes, keeps or sends a picture, by class. */
const WATCHED: Record<string, string> = {
  HTMLCanvasElement: 'toDataURL toBlob captureStream',
  CanvasRenderingContext2D: 'drawImage getImageData',
  OffscreenCanvasRenderingContext2D: 'drawImage getImageData',
  WebGLRenderingContext: 'texImage2D texSubImage2D readPixels',
  WebGL2RenderingContext: 'texImage2D texSubImage2D readPixels',
  GPUQueue: 'copyExternalImageToTexture',
  ImageBitmapRenderingContext: 'transferFromImageBitmap',
  OffscreenCanvas: 'convertToBlob transferToImageBitmap',
  VideoFrame: 'copyTo clone',
  HTMLVideoElement: 'requestVideoFrameCallback',
  MediaRecorder: 'start',
  VideoEncoder: 'configure',
  ImageCapture: 'takePhoto grabFrame',
  RTCPeerConnection: 'setLocalDescription createOffer createDataChannel',
  RTCDataChannel: 'send',
  WebSocket: 'send',
  Navigator: 'sendBeacon',
  Storage: 'setItem',
  Cache: 'put',
  FileReader: 'readAsDataURL',
};

/** Functions and constructors of the realm itself that take a picture from what is on the screen. */
const WATCHED_GLOBALS = ['createImageBitmap', 'VideoFrame'];

/** Puts a stand-in into the place of a function or class that notes each use of it and then does the same. */
function watchGlobal(realm: Record<string, unknown>, name: string, uses: string[]): void {
  const original = realm[name] as AnyFunction | undefined;
  if (!original) return; // a browser without it
  realm[name] = new Proxy(original, {
    apply(target, self, args) {
      uses.push(name);
      return Reflect.apply(target, self, args);
    },
    construct(target, args, made) {
      uses.push(name);
      return Reflect.construct(target, args, made) as object;
    },
  });
}

/**
 * Notes, in a page, every message that it reads and every use of what could code, keep or send a picture. Runs before
 * the page's own scripts; changes nothing of what they see.
 */
function tapPage(tap: string): void {
  const notes: TapNotes = {
    ...{ rows: 0, longestRow: 0, numbers: 0, tooFine: 0, firstMs: 0, lastMs: 0 },
    ...{ binaries: [], uses: [] },
  };
  const realm = globalThis as unknown as Owner & Record<string, unknown>;
  Object.defineProperty(realm, tap, { value: notes });

  const noteRow = (row: Float64Array): void => {
    notes.lastMs = performance.now();
    if (notes.rows === 0) notes.firstMs = notes.lastMs;
    notes.rows += 1;
    notes.longestRow = Math.max(notes.longestRow, row.length);
    notes.numbers += row.length;
    for (const number of row) if (!Number.isInteger(number * STEPS)) notes.tooFine += 1;
  };
  const look = (value: unknown, depth: number): void => {
    if (typeof value !== 'object' || value === null || depth > 4) return;
    const kind = Object.prototype.toString.call(value).slice(8, -1);
    if (value instanceof Float64Array) {
      noteRow(value);
    } else if (ArrayBuffer.isView(value) || value instanceof ArrayBuffer) {
      notes.binaries.push(`${kind} of ${value.byteLength} bytes`);
    } else if (kind === 'Array') for (const item of value as unknown[]) look(item, depth + 1);
    else if (kind === 'Object') for (const item of Object.values(value)) look(item, depth + 1);
    else if (/^(Blob|File|ImageData|ImageBitmap|VideoFrame|OffscreenCanvas)$/.test(kind))
      notes.binaries.push(kind);
  };
  const data = Object.getOwnPropertyDescriptor(MessageEvent.prototype, 'data');
  Object.defineProperty(MessageEvent.prototype, 'data', {
    ...data,
    get(this: MessageEvent) {
      const value: unknown = data?.get?.call(this);
      look(value, 0);
      return value;
    },
  });

  for (const [owner, methods] of Object.entries(WATCHED)) {
    const prototype = realm[owner]?.prototype;
    for (const method of methods.split(' ')) {
      const original = prototype?.[method] as AnyFunction | undefined;
      if (!prototype || !original) continue;
      prototype[method] = function noted(this: unknown, ...args: unknown[]): unknown {
        notes.uses.push(`${owner}.${method}`);
        return original.apply(this, args);
      };
    }
  }
  for (const name of WATCHED_GLOBALS) watchGlobal(realm, name, notes.uses);
}

tapPage(TAP);
