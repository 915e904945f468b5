import { expose } from 'comlink';
import { createSceneCounter } from '../../../src/core/counting/scene-counter.ts';
import type { SceneCounter } from '../../../src/core/counting/scene-counter.ts';
import { sceneOf } from '../../../src/core/counting/scene-from-site.ts';
import { createMotionGate } from '../../../src/core/detection/motion-gate.ts';
import type { Candidates } from '../../../src/core/detection/suppress.ts';
import { createTracker } from '../../../src/core/tracking/tracker.ts';
import type { Tracker } from '../../../src/core/tracking/tracker.ts';
import type { Engine } from '../../../workers/vision/engine.ts';
import { cardsFor } from '../../../src/core/detection/choose-detail.ts';
import { createMemoryPictureReader } from '../../../workers/vision/memory-picture-reader.ts';
import { createPersonDetector } from '../../../workers/vision/person-detector.ts';
import type { DetectorParts, PersonDetector } from '../../../workers/vision/person-detector.ts';
import type { PictureReader } from '../../../workers/vision/picture-reader.ts';
import { startEngine } from '../../../workers/vision/start-engine.ts';
import { CAMERA_SCENE } from './camera-scene.ts';
import { loadEngineFiles } from './engine-files.ts';
import { createFrameInlet } from './frame-inlet.ts';
import { STAGES } from './protocol.ts';
import type { EngineJob, Stage, StageTimes } from './protocol.ts';

/** Commands to a worker that does what the vision worker does, with its modules, and takes the time of each step. */
export interface StagesApi {
  start(job: EngineJob): Promise<void>;
  /** The port brings the stream. */
  open(port: MessagePort): Promise<void>;
  time(frames: number): Promise<readonly StageTimes[]>;
  repeat(frames: number): Promise<void>;
}

const ASPECT = 16 / 9;
const FRAME_EVERY_MS = 100;

let parts: DetectorParts | null = null;
const inlet = createFrameInlet();
/** What the network answered to the frames that were timed. */
let answers: Candidates[] = [];

/** Adds up the time of each step of one frame. */
class StageClock {
  times = blankTimes();

  async take<T>(stage: Stage, work: () => Promise<T>): Promise<T> {
    const begin = performance.now();
    const result = await work();
    this.times[stage] += performance.now() - begin;
    return result;
  }

  takeNow<T>(stage: Stage, work: () => T): T {
    const begin = performance.now();
    const result = work();
    this.times[stage] += performance.now() - begin;
    return result;
  }
}

function blankTimes(): Record<Stage, number> {
  return Object.fromEntries(STAGES.map((stage) => [stage, 0])) as Record<Stage, number>;
}

function timedReader(inner: PictureReader, clock: StageClock): PictureReader {
  return {
    load: (frame, view, onClosed) => clock.take('copy', () => inner.load(frame, view, onClosed)),
    paint: (card) => clock.takeNow('paint', () => inner.paint(card)),
    forget: () => clock.takeNow('forget', () => inner.forget()),
  };
}

function timedEngine(inner: Pick<Engine, 'run'>, clock: StageClock): Engine {
  return { backend: 'wasm', run: (card, input) => clock.take('network', () => inner.run(card, input)) };
}

/** One camera from frame to figures. */
class TimedCamera {
  readonly #clock = new StageClock();
  readonly #gate = createMotionGate();
  readonly #tracker: Tracker = createTracker(ASPECT);
  readonly #counter: SceneCounter = createSceneCounter(sceneOf(CAMERA_SCENE, ASPECT));
  readonly #detector: PersonDetector;
  #atMs = 0;

  constructor({ engine, cards, reader: inner }: DetectorParts) {
    const timed = {
      engine: timedEngine(engine, this.#clock),
      cards,
      reader: timedReader(inner, this.#clock),
    };
    this.#detector = createPersonDetector(timed, { region: null, masks: [] });
  }

  async count(frame: VideoFrame): Promise<StageTimes> {
    const clock = this.#clock;
    clock.times = blankTimes();
    this.#atMs += FRAME_EVERY_MS;
    const atMs = this.#atMs;
    const begin = performance.now();
    const sight = await this.#detector.detect(frame, {
      mustLook: ({ luma }) => clock.takeNow('gate', () => this.#gate.mustLook(luma, atMs) || true),
      onClosed: () => undefined,
    });
    const { copy, gate, paint, network, forget } = clock.times;
    clock.times.suppress = performance.now() - begin - copy - gate - paint - network - forget;
    const tracks = clock.takeNow('track', () => this.#tracker.update(sight.detections, atMs));
    clock.takeNow('count', () => this.#counter.update(tracks, atMs));
    const { luma } = sight.glance;
    clock.takeNow('gate', () => this.#gate.looked({ luma, atMs, isEmpty: tracks.length === 0 }));
    return clock.times;
  }
}

function startedParts(): DetectorParts {
  if (!parts) throw new Error('not started');
  return parts;
}

const api: StagesApi = {
  async start(job) {
    const started = await startEngine(await loadEngineFiles(job));
    if (!started.ok) throw new Error(started.problem.code);
    const { engine, cards } = started.value;
    parts = { engine, cards: () => cardsFor(cards, 'full'), reader: createMemoryPictureReader() };
  },

  open: (port) => inlet.open(port),

  async time(frames) {
    const started = startedParts();
    const engine: Pick<Engine, 'run'> = {
      async run(card, input) {
        const answer = await started.engine.run(card, input);
        answers.push({ boxes: answer.boxes.slice(), scores: answer.scores.slice() });
        return answer;
      },
    };
    answers = [];
    const camera = new TimedCamera({ ...started, engine: { ...engine, backend: 'wasm' } });
    const times: StageTimes[] = [];
    while (times.length < frames) times.push(await camera.count(await inlet.next()));
    return times;
  },

  async repeat(frames) {
    let at = 0;
    const run = (): Promise<Candidates> => {
      const answer = answers[at++ % answers.length];
      return answer ? Promise.resolve(answer) : Promise.reject(new Error('nothing was timed yet'));
    };
    const camera = new TimedCamera({ ...startedParts(), engine: { backend: 'wasm', run } });
    for (let frame = 0; frame < frames; frame++) await camera.count(await inlet.next());
  },
};

expose(api);
