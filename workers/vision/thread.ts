import { isSmallValue } from './reply-gate.ts';
import { seal, SealedError } from './seal.ts';

// A thread of the runtime. It shares the runtime's memory, pixels included, so it is sealed before a line of the runtime
// is loaded. What it may still send are codes and numbers, and they reach nobody but the vision worker that started it.

const scope = self as DedicatedWorkerGlobalScope & typeof globalThis;
const send = scope.postMessage.bind(scope);
seal(scope, {
  postMessage(message) {
    if (!isSmallValue(message)) throw new SealedError('a thread sends codes and numbers');
    send(message);
  },
});

// The runtime listens as soon as it is loaded; what comes before is kept for it.
const early: MessageEvent[] = [];
scope.onmessage = (event) => early.push(event);
await import('onnxruntime-web/wasm');
for (const event of early.splice(0)) scope.onmessage(event);
