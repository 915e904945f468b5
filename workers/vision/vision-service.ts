import { MOST_LONGEST, type ModelCard, type VisionApi } from '../../src/contracts/vision.ts';
import { cardsFor, chooseDetail } from '../../src/core/detection/choose-detail.ts';
import { failed, ok, type Result } from '../../src/core/result.ts';
import { computesRightly } from './check-engine.ts';
import { openCameraSession } from './camera-session.ts';
import type { CameraSession, SessionParts } from './camera-session.ts';
import { framesFromPort } from './frames-from-port.ts';
import type { Die } from './last-words.ts';
import { createPause, createScheduler } from './scheduler.ts';
import type { Seal } from './seal.ts';
import { startEngine } from './start-engine.ts';
import { createTallyOutput } from './tally-output.ts';
import { watchEngine, type WatchedEngine } from './watched-engine.ts';

/** What the service is given by its realm. */
export interface ServiceOptions {
  /** Called once, when everything is loaded and before any camera is opened. */
  readonly seal: () => Seal;
  readonly die: Die;
  readonly nowMs: () => number;
}

const SELF_CHECK_MS = 5 * 60_000;

/**
 * The vision worker's commands. An engine that does not see the known people is not started. A camera whose engine fails
 * ends with a last tally, then the worker dies, as it does when the engine computes wrongly later on.
 */
export function createVisionService(
  options: ServiceOptions,
): VisionApi<ReadableStream<VideoFrame>, MessagePort, OffscreenCanvas> {
  const sessions = new Map<number, CameraSession>(); // one per open camera: evicted when its stream ends
  let parts: SessionParts | null = null;
  let watched: WatchedEngine | null = null;
  let sealed: Seal | null = null;
  let knownFrameAtMs: number | null = null;

  async function closeCamera(camera: number): Promise<void> {
    await sessions.get(camera)?.close();
  }

  return {
    async start(setup) {
      if (parts) return failed('engine-failed');
      const output = createTallyOutput(setup.output);
      const scheduler = createScheduler(createPause());
      const started = await startEngine(setup);
      if (!started.ok) return started;
      const { cards, reader, write, report } = started.value;
      const engine = watchEngine(started.value.engine, () => performance.now());
      watched = engine;
      const detail = () => chooseDetail({ fullMs: report.fullMs, cameras: demanding(sessions) });
      const detector = { engine, reader, cards: () => cardsFor(cards, detail()) };
      parts = { detector, scheduler, output, nowMs: options.nowMs };
      knownFrameAtMs = performance.now(); // an engine that does not see the known people is not started
      const check = async (card: ModelCard): Promise<boolean> => {
        const isRight = await computesRightly({ engine, reader, write }, card);
        if (isRight) knownFrameAtMs = performance.now();
        return isRight;
      };
      checkFromTimeToTime(cards, { check, scheduler, die: options.die });
      sealed = options.seal();
      return ok(report);
    },

    async openCamera(setup, frames) {
      if (!parts) throw new Error('the engine was not started');
      await closeCamera(setup.camera);
      const session = openCameraSession(setup, streamOf(frames), parts);
      sessions.set(setup.camera, session);
      void session.done.catch(options.die).finally(() => {
        if (sessions.get(setup.camera) === session) sessions.delete(setup.camera);
      });
    },

    closeCamera,

    ...commandsTo((camera) => sessions.get(camera)),

    pulse: () =>
      Promise.resolve({
        busyMs: watched?.busyMs() ?? 0,
        refused: sealed?.attempts() ?? 0,
        longestFrameMs: Math.max(0, ...[...sessions.values()].map((session) => session.longestFrameMs())),
        longestByCamera: longestOf(sessions),
        knownFrameAgoMs: knownFrameAtMs === null ? null : performance.now() - knownFrameAtMs,
      }),
  };
}

type CameraCommands = Pick<
  VisionApi<never, never, OffscreenCanvas>,
  'judgeLine' | 'judgeZone' | 'tryShape' | 'openPreview' | 'stepPreview'
>;

/** What is asked of one open camera; `camera-ended` where there is no answer. */
function commandsTo(sessionOf: (camera: number) => CameraSession | undefined): CameraCommands {
  const answer = <T>(value: T | null | undefined): Promise<Result<T>> =>
    Promise.resolve(value === null || value === undefined ? failed('camera-ended') : ok(value));
  return {
    judgeLine: (camera, line) => answer(sessionOf(camera)?.judgeLine(line)),
    judgeZone: (camera, zone) => answer(sessionOf(camera)?.judgeZone(zone)),
    tryShape: (camera, shape) => answer(sessionOf(camera)?.tryShape(shape)),
    openPreview(camera, canvas) {
      const session = sessionOf(camera);
      session?.preview.open(canvas);
      return Promise.resolve(session ? ok(null) : failed('camera-ended'));
    },
    stepPreview(camera, step) {
      const isOpen = sessionOf(camera)?.preview.step(step) ?? false;
      return Promise.resolve(isOpen ? ok(null) : failed('camera-ended'));
    },
  };
}

function longestOf(sessions: ReadonlyMap<number, CameraSession>): Readonly<Record<string, number>> {
  const longest = [...sessions].map(
    ([camera, session]) => [String(camera), session.longestFrameMs()] as const,
  );
  return Object.fromEntries(longest.slice(0, MOST_LONGEST));
}

/** Cameras that do not wait for the network. */
function demanding(sessions: ReadonlyMap<number, CameraSession>): number {
  return [...sessions.values()].filter(({ waits }) => !waits).length;
}

interface SelfCheck extends Pick<SessionParts, 'scheduler'> {
  readonly check: (card: ModelCard) => Promise<boolean>;
  readonly die: Die;
}

/** One card after the other, in a turn of its own among the cameras' frames. */
function checkFromTimeToTime(cards: readonly ModelCard[], { check, scheduler, die }: SelfCheck): void {
  let round = 0;
  setInterval(() => {
    const card = cards[round++ % cards.length];
    const seat = scheduler.join(1);
    const turn = seat.turn(async () => {
      if (card && !(await check(card))) die();
    });
    void turn.catch(die).finally(() => seat.leave());
  }, SELF_CHECK_MS);
}

function streamOf(frames: ReadableStream<VideoFrame> | MessagePort): ReadableStream<VideoFrame> {
  return frames instanceof MessagePort ? framesFromPort(frames) : frames;
}
