import type { Endpoint } from 'comlink';

/** The worker's own end of the command channel, as far as it is needed. */
export interface CommandScope {
  postMessage(message: unknown): void;
  addEventListener: Endpoint['addEventListener'];
  removeEventListener: Endpoint['removeEventListener'];
}

const MAX_MEMBERS = 16;
const MAX_DEPTH = 3;

/** Codes, file names and digests; no white space, no picture in disguise. */
const CODE = /^[\w.-]{0,64}$/;

/**
 * An endpoint for Comlink through which only small replies leave: nothing, or a `Result` made of codes and numbers.
 * Whatever else a command may return or throw is replaced by an error without content. Made before the seal.
 */
export function createReplyGate(scope: CommandScope): Endpoint {
  const send = scope.postMessage.bind(scope);
  return {
    addEventListener: scope.addEventListener.bind(scope),
    removeEventListener: scope.removeEventListener.bind(scope),
    postMessage(message: unknown, transfer?: readonly unknown[]) {
      send(isSmallReply(message) && !transfer?.length ? message : emptyError(message));
    },
  };
}

/** A reply in Comlink's form (`RAW`) with a value of codes and numbers. */
export function isSmallReply(message: unknown): boolean {
  if (typeof message !== 'object' || message === null) return false;
  const { type, value, ...others } = message as Record<string, unknown>;
  const names = Object.keys(others);
  return type === 'RAW' && names.every((name) => name === 'id') && isCode(others.id, 0) && isCode(value, 0);
}

/** True for codes, numbers and small plain objects of them. */
export function isSmallValue(value: unknown): boolean {
  return isCode(value, 0);
}

function isCode(value: unknown, depth: number): boolean {
  if (value === undefined || value === null || typeof value === 'boolean' || typeof value === 'number')
    return true;
  if (typeof value === 'string') return CODE.test(value);
  return typeof value === 'object' && isRecordOfCodes(value, depth);
}

function isRecordOfCodes(value: object, depth: number): boolean {
  if (Object.getPrototypeOf(value) !== Object.prototype || depth >= MAX_DEPTH) return false;
  const members = Object.entries(value);
  return (
    members.length <= MAX_MEMBERS &&
    members.every(([name, member]) => CODE.test(name) && isCode(member, depth + 1))
  );
}

/** What Comlink makes of a thrown error, without its text. */
function emptyError(message: unknown): object {
  const { id } = message as { readonly id?: unknown };
  const error = { name: 'Error', message: 'vision worker: the command failed', stack: '' };
  return { id, type: 'HANDLER', name: 'throw', value: { isError: true, value: error } };
}
