import type { Problem } from '../result.ts';
import { isFrozen, NO_FRAMES, withFrame, type FrameTiming } from './frame-timing.ts';
import { retryPlan } from './retry-plan.ts';

/** Where a camera's run stands. Only `live` is measured time. */
export type CameraPhase = 'connecting' | 'live' | 'stalled' | 'reconnecting' | 'needs-attention' | 'stopped';

/** `delivering`: on its way to the vision worker, whose frames still belong to the stream before. */
export type StreamState = 'none' | 'opening' | 'delivering' | 'open';

/** Everything that decides what a camera does next. All times are the PC's, epoch ms. */
export interface CameraLife {
  readonly phase: CameraPhase;
  readonly sinceMs: number;
  /** Why it is not live, where that is known. */
  readonly problem: Problem | null;
  readonly stream: StreamState;
  /** Since when the stream is in its state. */
  readonly streamSinceMs: number;
  /** Number of the newest stream: what is told of an earlier one comes too late. */
  readonly generation: number;
  readonly frames: FrameTiming;
  /** Failed attempts since the last steady run. */
  readonly attempt: number;
  /** Since when there has been no steady run; null during one. */
  readonly lostSinceMs: number | null;
  readonly retryAtMs: number | null;
  readonly tickedMs: number;
}

/** What happens to a camera. Events of a stream name its generation. */
export type CameraEvent =
  | { readonly kind: 'started' | 'stopped' }
  /** Somebody wants another attempt now, perhaps with other access data. */
  | { readonly kind: 'retry-wanted' }
  /** The network is back, a device was plugged in: waiting has become pointless. */
  | { readonly kind: 'surroundings-changed' }
  /** `isPaced`: it waits for the network (`FrameTiming`). */
  | { readonly kind: 'stream-opened'; readonly generation: number; readonly isPaced: boolean }
  | { readonly kind: 'stream-delivered'; readonly generation: number }
  | { readonly kind: 'stream-failed'; readonly generation: number; readonly problem: Problem }
  /** A frame has been counted. */
  | { readonly kind: 'frame-counted' }
  /** About four times a second. */
  | { readonly kind: 'ticked' }
  /** The vision worker died, its streams with it. */
  | { readonly kind: 'engine-failed'; readonly problem: Problem }
  | { readonly kind: 'engine-restarted' };

/** `close` ends the stream that was opened last, however far it has come. None is opened before the one before it is closed. */
export type CameraCommand =
  { readonly kind: 'close' } | { readonly kind: 'open'; readonly generation: number };

/** The moment of an event, and a number 0–1 that spreads attempts. */
export interface Moment {
  readonly nowMs: number;
  readonly random: number;
}

/** A life after an event, and what is to be done, in this order. */
export interface LifeStep {
  readonly life: CameraLife;
  readonly commands: readonly CameraCommand[];
}

/** Live for this long, a camera has a steady run: the next loss is a new one. */
export const STEADY_MS = 10_000;
/** A frozen picture may come back by itself for this long before the stream is opened anew. */
export const FROZEN_MS = 2000;
/** Time to the first frame: more after each failure, for streams with rare keyframes. */
const FIRST_FRAME_MS = 8000;
const FIRST_FRAME_MORE_MS = 4000;
const FIRST_FRAME_MOST_MS = 20_000;
/** The last resort: every source has a deadline of its own that is shorter, or waits for a person's answer. */
const OPEN_MS = 120_000;
/** Longer than this between two ticks: the PC slept, or somebody set its clock. */
export const ASLEEP_MS = 10_000;

/** A camera before anything has happened. */
export function newLife(nowMs: number): CameraLife {
  return {
    phase: 'stopped',
    sinceMs: nowMs,
    problem: null,
    stream: 'none',
    streamSinceMs: nowMs,
    generation: 0,
    frames: NO_FRAMES,
    attempt: 0,
    lostSinceMs: nowMs,
    retryAtMs: null,
    tickedMs: nowMs,
  };
}

/** The one place that decides. There is never more than one stream, and late news of an earlier one changes nothing. */
export function stepLife(life: CameraLife, event: CameraEvent, moment: Moment): LifeStep {
  switch (event.kind) {
    case 'started':
      return life.phase === 'stopped' ? open(begun(life, moment), 'connecting', moment) : stay(life);
    case 'stopped':
      return close(enter({ ...life, retryAtMs: null }, { phase: 'stopped', problem: null }, moment), moment);
    case 'retry-wanted':
      if (life.phase === 'stopped' || life.phase === 'live') return stay(life);
      return open(begun(life, moment), 'connecting', moment);
    case 'surroundings-changed':
      return stay(withoutWaiting(life, moment));
    case 'stream-opened':
      return onStream(life, event, () => {
        const frames = { ...NO_FRAMES, isPaced: event.isPaced };
        return stay({ ...life, frames, stream: 'delivering', streamSinceMs: moment.nowMs });
      });
    case 'stream-delivered':
      return onStream(life, event, () => stay({ ...life, stream: 'open', streamSinceMs: moment.nowMs }));
    case 'stream-failed':
      return onStream(life, event, () => lose(life, event.problem, moment));
    case 'frame-counted':
      return life.stream === 'open' ? stay(counted(life, moment)) : stay(life);
    case 'ticked':
      return tick(life, moment);
    case 'engine-failed':
      return loseEngine(life, event.problem, moment);
    case 'engine-restarted':
      return isWaitingForEngine(life) ? open(life, life.phase, moment) : stay(life);
  }
}

function onStream(
  life: CameraLife,
  { generation }: { readonly generation: number },
  act: () => LifeStep,
): LifeStep {
  return life.stream !== 'none' && generation === life.generation ? act() : stay(life);
}

function counted(life: CameraLife, moment: Moment): CameraLife {
  const frames = withFrame(life.frames, moment.nowMs);
  return enter({ ...life, frames }, { phase: 'live', problem: null }, moment);
}

function tick(before: CameraLife, moment: Moment): LifeStep {
  const life = { ...inStep(before, moment), tickedMs: moment.nowMs };
  if (life.retryAtMs !== null) {
    return moment.nowMs >= life.retryAtMs ? open(life, life.phase, moment) : stay(life);
  }
  const streamForMs = moment.nowMs - life.streamSinceMs;
  if (life.stream === 'opening') {
    return streamForMs >= OPEN_MS ? lose(life, TIMED_OUT, moment) : stay(life);
  }
  if (life.stream !== 'open') return stay(life);
  if (life.frames.lastMs === null) {
    return streamForMs >= firstFrameMs(life) ? lose(life, STALLED, moment) : stay(life);
  }
  return watch(life, moment);
}

function watch(life: CameraLife, moment: Moment): LifeStep {
  if (life.phase === 'stalled') {
    return moment.nowMs - life.sinceMs >= FROZEN_MS ? lose(life, STALLED, moment) : stay(life);
  }
  if (isFrozen(life.frames, moment.nowMs)) {
    return stay(enter(life, { phase: 'stalled', problem: STALLED }, moment));
  }
  const isSteady = life.phase === 'live' && moment.nowMs - life.sinceMs >= STEADY_MS;
  return stay(isSteady ? { ...life, attempt: 0, lostSinceMs: null } : life);
}

const STALLED: Problem = { code: 'camera-stalled' };
const TIMED_OUT: Problem = { code: 'camera-unreachable', detail: { reason: 'timeout' } };

function firstFrameMs({ attempt }: CameraLife): number {
  return Math.min(FIRST_FRAME_MOST_MS, FIRST_FRAME_MS + attempt * FIRST_FRAME_MORE_MS);
}

/** After a jump of the clock: forwards the PC slept, backwards every remembered moment would lie in the future. */
function inStep(life: CameraLife, moment: Moment): CameraLife {
  const jumpMs = moment.nowMs - life.tickedMs;
  if (jumpMs > ASLEEP_MS) return withoutWaiting(life, moment);
  if (jumpMs >= 0) return life;
  const shift = (atMs: number | null) => (atMs === null ? null : atMs + jumpMs);
  return {
    ...life,
    sinceMs: life.sinceMs + jumpMs,
    streamSinceMs: life.streamSinceMs + jumpMs,
    frames: { ...life.frames, lastMs: shift(life.frames.lastMs) },
    lostSinceMs: shift(life.lostSinceMs),
    retryAtMs: shift(life.retryAtMs),
  };
}

/** What is waited for is due now, as after a new loss; what needs a person's permission still does. */
function withoutWaiting(life: CameraLife, { nowMs }: Moment): CameraLife {
  if (life.phase === 'live' || life.phase === 'stopped') return life;
  const retryAtMs = life.retryAtMs === null ? null : nowMs;
  return { ...life, attempt: 0, lostSinceMs: nowMs, retryAtMs };
}

function lose(before: CameraLife, problem: Problem, moment: Moment): LifeStep {
  const lostSinceMs = before.lostSinceMs ?? moment.nowMs;
  const { waitMs, needsPerson } = retryPlan({
    problem,
    attempt: before.attempt,
    lostForMs: moment.nowMs - lostSinceMs,
    random: moment.random,
  });
  const life = {
    ...before,
    lostSinceMs,
    attempt: before.attempt + 1,
    retryAtMs: waitMs === null ? null : moment.nowMs + waitMs,
  };
  const phase = needsPerson ? 'needs-attention' : 'reconnecting';
  return close(enter(life, { phase, problem }, moment), moment);
}

/** A camera that waits for its own next attempt goes on waiting. */
function loseEngine(life: CameraLife, problem: Problem, moment: Moment): LifeStep {
  if (life.stream === 'none') return stay(life);
  const lost = { ...life, lostSinceMs: life.lostSinceMs ?? moment.nowMs };
  return close(enter(lost, { phase: 'reconnecting', problem }, moment), moment);
}

function isWaitingForEngine({ phase, stream, retryAtMs }: CameraLife): boolean {
  return phase === 'reconnecting' && stream === 'none' && retryAtMs === null;
}

/** A run from the beginning: nothing of the attempts before counts. */
function begun(life: CameraLife, { nowMs }: Moment): CameraLife {
  return { ...life, problem: null, attempt: 0, lostSinceMs: nowMs, tickedMs: nowMs };
}

/** The reason of the loss stays known while it is tried again. */
function open(before: CameraLife, phase: CameraPhase, moment: Moment): LifeStep {
  const closed = close(enter(before, { phase, problem: before.problem }, moment), moment);
  const { generation } = closed.life;
  const life: CameraLife = { ...closed.life, stream: 'opening', retryAtMs: null };
  return { life, commands: [...closed.commands, { kind: 'open', generation }] };
}

function close(life: CameraLife, { nowMs }: Moment): LifeStep {
  return {
    life: {
      ...life,
      stream: 'none',
      streamSinceMs: nowMs,
      generation: life.generation + 1,
      frames: NO_FRAMES,
    },
    commands: life.stream === 'none' ? [] : [{ kind: 'close' }],
  };
}

function enter(
  life: CameraLife,
  { phase, problem }: Pick<CameraLife, 'phase' | 'problem'>,
  { nowMs }: Moment,
): CameraLife {
  return { ...life, phase, problem, sinceMs: life.phase === phase ? life.sinceMs : nowMs };
}

function stay(life: CameraLife): LifeStep {
  return { life, commands: [] };
}
