import { computed, effect, signal, untracked, type ReadonlySignal } from '@preact/signals-core';
import type { Access, ArchiveApi, DatabaseName } from '../contracts/archive.ts';
import type { CameraPort, ClockPort, DemoPort, DemoSpeed, TabPort, VisionPort } from '../contracts/ports.ts';
import type { PlatformPort } from '../contracts/ports.ts';
import type { Backend, EngineReport } from '../contracts/vision.ts';
import type { Problem, Result } from '../core/result.ts';
import type { Camera, Site } from '../core/site/site.ts';
import { CameraCrew } from './camera-crew.ts';
import type { CameraStatus } from './camera-status.ts';
import {
  countingStatusOf,
  type CountingState,
  type CountingStatus,
  type StartingStep,
} from './counting-status.ts';
import { createLiveStore, type LiveSink, type LiveStore } from './live-store.ts';
import type { ProblemList } from './problem-list.ts';
import { settleCall } from './settle-call.ts';
import type { SiteStore } from './site-store.ts';
import { TallyRecorder } from './tally-recorder.ts';

/** `demo`: the simulated store is counted, in a database of its own. `store`: the shop. */
export type CountingMode = 'demo' | 'store';

/** Everything that counting needs from outside. */
export interface CountingPorts {
  readonly archive: ArchiveApi;
  readonly vision: VisionPort;
  readonly cameras: CameraPort;
  readonly demo: DemoPort;
  readonly tab: TabPort;
  readonly clock: ClockPort;
  readonly platform: PlatformPort;
  /** 0–1, spreads repeated attempts. */
  readonly random: () => number;
  /** The camera of the demo store, counted while the site has none; its names follow the language. */
  readonly demoCamera: ReadonlySignal<Camera>;
  readonly backend: Backend | 'auto';
}

/** Counting as a whole: starts by itself, survives what it can, says what it cannot. */
export interface CountingStore {
  readonly state: ReadonlySignal<CountingState>;
  readonly status: ReadonlySignal<CountingStatus>;
  readonly mode: ReadonlySignal<CountingMode>;
  /** The site that is counted: the shop's, or the demo store's. */
  readonly site: ReadonlySignal<Site>;
  readonly cameras: ReadonlySignal<readonly CameraStatus[]>;
  /** Null before the engine has warmed up. */
  readonly engine: ReadonlySignal<EngineReport | null>;
  readonly speed: ReadonlySignal<DemoSpeed>;
  readonly live: LiveStore;
  /** Starts, or starts anew after a stop or a failure. */
  start(): Promise<void>;
  /** Closes every camera and what is recorded so far. */
  stop(): Promise<void>;
  retryCamera(camera: number): Promise<void>;
  setSpeed(speed: DemoSpeed): Promise<void>;
  /** Stops and gives back everything: the page goes away. */
  close(): Promise<void>;
}

const TICK_MS = 250;
const TODAY_MS = 1000;
const ELSEWHERE_MS = 5000;

/** Wires the counting together. Nothing runs before `start`. */
export function createCountingStore(
  ports: CountingPorts,
  settings: { readonly site: SiteStore; readonly problems: ProblemList },
): CountingStore {
  return new Counting(ports, settings.site, settings.problems);
}

class Counting implements CountingStore {
  readonly state = signal<CountingState>({ kind: 'stopped' });
  readonly engine = signal<EngineReport | null>(null);
  readonly speed = signal<DemoSpeed>('real-time');
  readonly mode: ReadonlySignal<CountingMode>;
  readonly site: ReadonlySignal<Site>;
  readonly status: ReadonlySignal<CountingStatus>;
  readonly cameras: ReadonlySignal<readonly CameraStatus[]>;
  readonly live: LiveStore;
  readonly #ports: CountingPorts;
  readonly #settings: SiteStore;
  readonly #problems: ProblemList;
  readonly #sink: LiveSink;
  readonly #crew: CameraCrew;
  readonly #recorder: TallyRecorder;
  #turn: Promise<void> = Promise.resolve();
  #stops: (() => void)[] = [];
  #tab: 'unasked' | 'granted' | 'elsewhere' = 'unasked';
  #counted: Site | null = null;
  #todayAskedMs = 0;

  constructor(ports: CountingPorts, settings: SiteStore, problems: ProblemList) {
    this.#ports = ports;
    this.#settings = settings;
    this.#problems = problems;
    this.mode = computed(() => (settings.hasCamera.value ? 'store' : 'demo'));
    this.site = computed(() => siteOf(settings.site.value, ports.demoCamera));
    const { store, sink } = createLiveStore(this.site);
    this.live = store;
    this.#sink = sink;
    this.#crew = new CameraCrew({ ...ports, problems });
    this.cameras = this.#crew.statuses;
    this.status = computed(() => countingStatusOf(this.state.value, this.cameras.value));
    this.#recorder = new TallyRecorder(ports.archive, problems);
  }

  start(): Promise<void> {
    return this.#inTurn(async () => {
      if (this.state.value.kind === 'running' || this.state.value.kind === 'elsewhere') return;
      const problem = await this.#prepare();
      if (problem) this.#fail(problem);
    });
  }

  stop(): Promise<void> {
    return this.#inTurn(async () => {
      if (this.state.value.kind !== 'running') return;
      await this.#stopRun();
      this.state.value = { kind: 'stopped' };
    });
  }

  async close(): Promise<void> {
    await this.stop();
    this.#ports.vision.close();
  }

  async retryCamera(camera: number): Promise<void> {
    await this.#crew.retry(camera);
  }

  async setSpeed(speed: DemoSpeed): Promise<void> {
    await this.#ports.demo.setSpeed(speed);
    this.speed.value = speed;
  }

  /** Starts, stops and changes of the site never overlap. */
  #inTurn(step: () => Promise<void>): Promise<void> {
    this.#turn = this.#turn.then(step);
    return this.#turn;
  }

  #step(step: StartingStep): void {
    this.state.value = { kind: 'starting', step };
  }

  #fail(problem: Problem): void {
    this.state.value = { kind: 'failed', problem };
    this.#problems.report('counting', problem);
  }

  /** From nothing to running, or to watching another tab. Returns what stands in the way. */
  async #prepare(): Promise<Problem | null> {
    this.#problems.settle('counting');
    this.#step('storage');
    const missing = this.#ports.platform.missingFeatures();
    if (missing.length > 0) return { code: 'browser-too-old', detail: { features: missing.join(', ') } };
    if (this.#tab === 'unasked') this.#tab = await this.#ports.tab.claim(() => void this.#takeOver());
    const access = this.#tab === 'granted' ? 'write' : 'read';
    const problem = (await this.#open('store', access)) ?? (await this.#loadSite());
    if (problem) return problem;
    const other = this.mode.value === 'demo' ? await this.#open('demo', access) : null;
    if (other) return other;
    await this.#askToday();
    if (access === 'write') return this.#run();
    this.#watchOtherTab();
    return null;
  }

  /** Without storage the archive counts on in memory: that is told, and no reason to stop. */
  async #open(database: DatabaseName, access: Access): Promise<Problem | null> {
    const opened = await settleCall(this.#ports.archive.open(database, access), 'archive-worker-failed');
    if (opened.ok) return null;
    if (opened.problem.code !== 'storage-unavailable') return opened.problem;
    this.#problems.report('no-storage', opened.problem);
    return null;
  }

  /** Settings that cannot be read where nothing can be stored are those of a fresh profile. */
  async #loadSite(): Promise<Problem | null> {
    const site = await this.#settings.load();
    return site.ok || site.problem.code === 'storage-unavailable' ? null : site.problem;
  }

  /** The other tab is gone: this one counts from now on. */
  #takeOver(): Promise<void> {
    return this.#inTurn(async () => {
      this.#tab = 'granted';
      if (this.state.value.kind !== 'elsewhere') return;
      this.#letGo();
      this.#problems.settle('tab');
      const problem = await this.#prepare();
      if (problem) this.#fail(problem);
    });
  }

  #watchOtherTab(): void {
    this.state.value = { kind: 'elsewhere' };
    this.#problems.report('tab', { code: 'counting-elsewhere' });
    this.#stops.push(this.#ports.clock.every(ELSEWHERE_MS, () => void this.#askToday()));
  }

  async #run(): Promise<Problem | null> {
    const engine = await this.#startEngine();
    if (!engine.ok) return engine.problem;
    this.#step('cameras');
    const recording = await this.#record(this.site.value);
    if (!recording.ok) return recording.problem;
    this.state.value = { kind: 'running' };
    this.#counted = this.site.value;
    this.#crew.set(this.site.value.cameras);
    this.#stops.push(this.#ports.clock.every(TICK_MS, () => this.#tick()));
    this.#stops.push(effect(() => this.#follow(this.site.value)));
    return null;
  }

  async #startEngine(): Promise<Result<EngineReport | null>> {
    this.#step('engine');
    if (this.engine.value) return { ok: true, value: this.engine.value };
    const started = await settleCall(
      this.#ports.vision.start(this.#ports.backend, {
        tally: (tally) => {
          this.#recorder.push(tally);
          if (this.#crew.take(tally)) this.#sink.tally(tally);
        },
        failed: (problem) => {
          this.#problems.report('engine', problem);
          this.#crew.engineFailed(problem);
        },
        restarted: (report) => {
          this.engine.value = report;
          this.#problems.settle('engine');
          this.#crew.engineRestarted();
        },
      }),
      'vision-worker-failed',
    );
    if (!started.ok) return started;
    this.engine.value = started.value;
    if (this.#ports.backend === 'webgpu' && started.value.webgpu !== 'used') {
      this.#problems.report('engine', { code: 'webgpu-blocked' });
    }
    return started;
  }

  async #record(site: Site): Promise<Result<unknown>> {
    return settleCall(
      this.#ports.archive.startRecording({
        site,
        modelSha256: this.#ports.vision.modelSha256(),
        clock: this.mode.value === 'demo' ? 'tallies' : 'wall',
      }),
      'archive-worker-failed',
    );
  }

  /** The operator changed the site: cameras that count differently are opened anew, the others go on. */
  #follow(site: Site): void {
    if (untracked(() => site === this.#counted)) return;
    void this.#inTurn(async () => {
      const before = this.#counted;
      if (this.state.value.kind !== 'running' || before === site || before === null) return;
      this.#counted = site;
      const problem =
        isDemo(before) === isDemo(site) ? await this.#applySite(site) : await this.#changeShop();
      if (problem) this.#fail(problem);
    });
  }

  async #applySite(site: Site): Promise<Problem | null> {
    await this.#crew.close(site.cameras);
    await this.#recorder.flush();
    const recording = await this.#record(site);
    if (!recording.ok) return recording.problem;
    this.#crew.set(site.cameras);
    return null;
  }

  /** From the demo store to the shop, or back: another database, nothing mixed. */
  async #changeShop(): Promise<Problem | null> {
    await this.#stopRun();
    return this.#prepare();
  }

  async #stopRun(): Promise<void> {
    this.#letGo();
    await this.#crew.close([]);
    await this.#recorder.flush();
    const stopped = await settleCall(this.#ports.archive.stopRecording(), 'archive-worker-failed');
    if (!stopped.ok) this.#problems.report('storage', stopped.problem);
    this.#sink.clear();
    this.#counted = null;
  }

  #letGo(): void {
    for (const stop of this.#stops.splice(0)) stop();
  }

  #tick(): void {
    const nowMs = this.#ports.clock.nowMs();
    this.#crew.tick(nowMs);
    for (const { camera, phase } of this.cameras.value) {
      if (phase !== 'live') this.#sink.forget(camera.id);
    }
    const dueToday = nowMs - this.#todayAskedMs >= TODAY_MS;
    const counted = this.#recorder.hasEvents;
    void this.#recorder.flush().then(() => (dueToday || counted ? this.#askToday() : undefined));
    if (dueToday) void this.#askTruth();
  }

  async #askToday(): Promise<void> {
    this.#todayAskedMs = this.#ports.clock.nowMs();
    const today = await settleCall(this.#ports.archive.today(), 'archive-worker-failed');
    if (today.ok) this.#sink.today(today.value);
    else this.#problems.report('figures', today.problem);
  }

  async #askTruth(): Promise<void> {
    if (this.mode.value === 'demo') this.#sink.truth(await this.#ports.demo.truth());
  }
}

function siteOf(site: Site, demoCamera: ReadonlySignal<Camera>): Site {
  if (site.cameras.length > 0) return site;
  const camera = demoCamera.value;
  const ids = [camera.id, ...camera.lines.map(({ id }) => id), ...camera.zones.map(({ id }) => id)];
  return { ...site, cameras: [camera], nextId: Math.max(...ids) + 1 };
}

function isDemo(site: Site): boolean {
  return site.cameras.some((camera) => camera.source.kind === 'demo');
}
