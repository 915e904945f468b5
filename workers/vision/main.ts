import { expose } from 'comlink';
import { installLastWords } from './last-words.ts';
import { createReplyGate } from './reply-gate.ts';
import { seal } from './seal.ts';
import { createVisionService } from './vision-service.ts';

const scope = self as DedicatedWorkerGlobalScope & typeof globalThis;
const replies = createReplyGate(scope);
const die = installLastWords(scope);

expose(createVisionService({ seal: () => seal(scope), die, nowMs: () => Date.now() }), replies);
