/** An expected outcome: a value, or a problem that is shown to the operator. Bugs are thrown instead. */
export type Result<T, P = Problem> =
  { readonly ok: true; readonly value: T } | { readonly ok: false; readonly problem: P };

/** What can go wrong in normal life. `ui/i18n` has a sentence for each code, in every language. */
export type ProblemCode =
  | 'browser-too-old'
  | 'storage-unavailable'
  | 'storage-full'
  | 'record-rejected'
  | 'model-missing'
  | 'model-digest-mismatch'
  | 'engine-failed'
  | 'webgpu-blocked'
  | 'vision-worker-failed'
  | 'archive-worker-failed'
  | 'camera-permission-denied'
  | 'camera-not-found'
  | 'camera-in-use'
  | 'camera-unreachable'
  | 'camera-origin-not-allowed'
  | 'camera-credentials-refused'
  | 'camera-stream-missing'
  | 'camera-codec-unsupported'
  | 'camera-answer-invalid'
  | 'camera-stalled'
  | 'camera-ended'
  | 'picture-dark'
  | 'picture-covered'
  | 'picture-moved'
  | 'picture-blurred'
  | 'scene-not-json'
  | 'scene-invalid'
  | 'settings-invalid'
  | 'check-empty'
  | 'self-check-failed'
  | 'not-permitted'
  | 'erase-other-tab'
  | 'erase-incomplete'
  | 'counting-elsewhere'
  | 'update-failed';

/** `detail` carries numbers and short field names for the sentence; never text from a camera or a person. */
export interface Problem {
  readonly code: ProblemCode;
  readonly detail?: Readonly<Record<string, string | number>>;
}

export function ok<T>(value: T): { readonly ok: true; readonly value: T } {
  return { ok: true, value };
}

export function failed(
  code: ProblemCode,
  detail?: Readonly<Record<string, string | number>>,
): { readonly ok: false; readonly problem: Problem } {
  return { ok: false, problem: detail ? { code, detail } : { code } };
}
