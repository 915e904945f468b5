import type { Problem, ProblemCode } from '../result.ts';

/** What is looked at, in this order: each is worth a look only when those before it are in order. */
export type CheckStep =
  | 'address'
  | 'allowed'
  | 'network'
  | 'reachable'
  | 'cors'
  | 'credentials'
  | 'answer'
  | 'device'
  | 'media'
  | 'picture';

/** What is wrong, as far as it is known. `ui/i18n` says what to change. */
export type Finding =
  | 'address-form'
  | 'reload-needed'
  | 'mixed-content'
  | 'network-denied'
  | 'not-reachable'
  | 'no-cors'
  | 'credentials-refused'
  | 'token-form'
  | 'redirected'
  | 'stream-missing'
  | 'gateway-busy'
  | 'too-slow'
  | 'codec-refused'
  | 'not-whep'
  | 'data-channel'
  | 'session-hidden'
  | 'camera-denied'
  | 'camera-missing'
  | 'camera-in-use'
  | 'no-media'
  | 'b-frames'
  | 'not-decoded'
  | 'no-picture'
  | 'connection-lost';

/** What is known so far; null: not looked at yet. */
export interface CheckFacts {
  readonly kind: 'whep' | 'usb';
  /** There is an address, or a device was chosen. */
  readonly isAddress: boolean;
  readonly isAllowed: boolean | null;
  /** A page on https that may not open this address on http. */
  readonly isMixedContent: boolean | null;
  readonly isNetworkDenied: boolean | null;
  /** Something answers at the address, whatever it says. */
  readonly answers: boolean | null;
  /** Whether the camera was opened, and what came of it. */
  readonly opened: boolean | null;
  readonly problem: Problem | null;
  /** A first frame was decoded. */
  readonly hasPicture: boolean;
}

export type StepState = 'passed' | 'failed' | 'open';

export interface StepResult {
  readonly step: CheckStep;
  readonly state: StepState;
  /** Of the step that failed. */
  readonly finding: Finding | null;
}

interface Fault {
  readonly step: CheckStep;
  readonly finding: Finding;
}

const STEPS: Readonly<Record<CheckFacts['kind'], readonly CheckStep[]>> = {
  whep: ['address', 'allowed', 'network', 'reachable', 'cors', 'credentials', 'answer', 'media', 'picture'],
  usb: ['device', 'picture'],
};

/** How far a camera has come, step by step; the first fault ends it. */
export function diagnose(facts: CheckFacts): readonly StepResult[] {
  const steps = STEPS[facts.kind];
  const fault = faultOf(facts);
  const reached = steps.indexOf(fault?.step ?? firstOpen(facts) ?? 'picture');
  return steps.map((step, index) => {
    if (fault?.step === step) return { step, state: 'failed', finding: fault.finding };
    const isPassed = index < reached || facts.hasPicture;
    return { step, state: isPassed ? 'passed' : 'open', finding: null };
  });
}

/** Where the check stands while nothing is wrong. */
function firstOpen(facts: CheckFacts): CheckStep | null {
  if (facts.hasPicture) return null;
  if (facts.kind === 'usb') return facts.opened ? 'picture' : 'device';
  if (facts.isAllowed === null) return 'allowed';
  if (facts.isMixedContent === null || facts.isNetworkDenied === null) return 'network';
  if (facts.answers === null) return 'reachable';
  return facts.opened ? 'picture' : 'cors';
}

const NOTHING_GIVEN: Readonly<Record<CheckFacts['kind'], Fault>> = {
  whep: { step: 'address', finding: 'address-form' },
  usb: { step: 'device', finding: 'camera-missing' },
};

function faultOf(facts: CheckFacts): Fault | null {
  if (!facts.isAddress) return NOTHING_GIVEN[facts.kind];
  if (facts.isAllowed === false) return { step: 'allowed', finding: 'reload-needed' };
  if (facts.isMixedContent) return { step: 'network', finding: 'mixed-content' };
  if (facts.isNetworkDenied) return { step: 'network', finding: 'network-denied' };
  if (facts.problem) return faultOfProblem(facts.problem, facts);
  return facts.answers === false ? { step: 'reachable', finding: 'not-reachable' } : null;
}

const SIMPLE_FAULTS: ReadonlyMap<ProblemCode, Fault> = new Map<ProblemCode, Fault>([
  ['camera-origin-not-allowed', { step: 'allowed', finding: 'reload-needed' }],
  ['camera-not-found', { step: 'device', finding: 'camera-missing' }],
  ['camera-in-use', { step: 'device', finding: 'camera-in-use' }],
  ['camera-stream-missing', { step: 'answer', finding: 'stream-missing' }],
]);

function faultOfProblem({ code, detail }: Problem, facts: CheckFacts): Fault {
  const reason = detail?.['reason'];
  if (code === 'camera-unreachable') return faultOfSilence(detail, facts);
  if (code === 'camera-codec-unsupported') return faultOfCodec(reason);
  if (code === 'camera-answer-invalid') return faultOfAnswer(reason);
  if (code === 'camera-credentials-refused') {
    return { step: 'credentials', finding: reason === 'token' ? 'token-form' : 'credentials-refused' };
  }
  if (code === 'camera-permission-denied') {
    return facts.kind === 'whep'
      ? { step: 'network', finding: 'network-denied' }
      : { step: 'device', finding: 'camera-denied' };
  }
  return SIMPLE_FAULTS.get(code) ?? { step: 'picture', finding: 'no-picture' };
}

function faultOfCodec(reason: string | number | undefined): Fault {
  if (reason === 'b-frames') return { step: 'picture', finding: 'b-frames' };
  if (reason === 'not-decoded') return { step: 'picture', finding: 'not-decoded' };
  return { step: 'answer', finding: 'codec-refused' };
}

function faultOfAnswer(reason: string | number | undefined): Fault {
  if (reason === 'redirect') return { step: 'answer', finding: 'redirected' };
  if (reason === 'data-channel') return { step: 'answer', finding: 'data-channel' };
  if (reason === 'location') return { step: 'cors', finding: 'session-hidden' };
  return { step: 'answer', finding: 'not-whep' };
}

function faultOfSilence(detail: Problem['detail'], { answers }: CheckFacts): Fault {
  if (detail?.['status'] !== undefined) return { step: 'answer', finding: 'gateway-busy' };
  const reason = detail?.['reason'];
  if (reason === 'media') return { step: 'media', finding: 'no-media' };
  if (reason === 'connection-lost') return { step: 'picture', finding: 'connection-lost' };
  if (reason === 'timeout') return { step: 'answer', finding: 'too-slow' };
  // The browser tells a missing permission of the gateway (CORS) and a dead line by the same error.
  return answers ? { step: 'cors', finding: 'no-cors' } : { step: 'reachable', finding: 'not-reachable' };
}
