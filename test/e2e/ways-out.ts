import type { Worker } from 'playwright-core';

/** Every known way out of a worker, as code. */
export const WAYS_OUT: Readonly<Record<string, string>> = {
  fetch: 'fetch("/")',
  'fetch of the prototype': 'Object.getPrototypeOf(self).fetch?.call(self, "/") ?? fetch("/")',
  XMLHttpRequest: 'new XMLHttpRequest()',
  WebSocket: 'new WebSocket("ws://127.0.0.1:1")',
  EventSource: 'new EventSource("/")',
  WebTransport: 'new WebTransport("https://127.0.0.1:1")',
  indexedDB: 'indexedDB.open("x")',
  'indexedDB of the prototype': 'IDBFactory.prototype.open.call({}, "x")',
  caches: 'caches.open("x")',
  'origin private files': 'navigator.storage.getDirectory()',
  'file system': 'webkitRequestFileSystem(0, 1)',
  BroadcastChannel: 'new BroadcastChannel("x")',
  Worker: 'new Worker("/x.js")',
  importScripts: 'importScripts("/x.js")',
  postMessage: 'postMessage(new Uint8Array(9))',
  'a port': 'new MessageChannel().port1.postMessage(new Uint8Array(9))',
  Blob: 'new Blob([])',
  'blob address': 'URL.createObjectURL(null)',
  FileReaderSync: 'new FileReaderSync()',
  createImageBitmap: 'createImageBitmap(new ImageData(1, 1))',
  'canvas to blob': 'new OffscreenCanvas(1, 1).convertToBlob()',
  VideoEncoder: 'new VideoEncoder({ output() {}, error() {} })',
  'a reason for the end of a stream': 'new WritableStream().abort(new Uint8Array(9))',
  'a cursor of a database': 'IDBCursor.prototype.update.call({}, 1)',
  locks: 'navigator.locks.request("x", () => 1)',
  'sockets that are streams': 'new WebSocketStream("ws://127.0.0.1:1")',
  'shared worker': 'typeof SharedWorker === "function" ? new SharedWorker("/x.js") : new Worker("/x.js")',
  FontFace: 'new FontFace("x", "url(/x)")',
};

/** Tries a way out inside the running worker; the name of what was thrown, or `done`. */
export function attempt(worker: Worker, code: string): Promise<string> {
  return worker.evaluate(`(() => {
    try {
      ${code};
      return 'done';
    } catch (error) {
      return error.name;
    }
  })()`);
}

/** Globals that are the browser's own still: not replaced, and nothing of the language. */
export function openGlobals(worker: Worker): Promise<string[]> {
  return worker.evaluate(`(() => {
    const isReplaced = ({ configurable, value, get }) =>
      !configurable && !/\\[native code\\]/.test(Function.prototype.toString.call(value ?? get));
    const open = [];
    for (let owner = self; owner && owner !== Object.prototype; owner = Object.getPrototypeOf(owner)) {
      for (const [name, property] of Object.entries(Object.getOwnPropertyDescriptors(owner))) {
        const isFunction = typeof (property.value ?? property.get) === 'function';
        if (!isFunction || !isReplaced(property)) open.push(name);
      }
    }
    return open;
  })()`);
}
