import { batch, computed, effect, signal, type ReadonlySignal } from '@preact/signals-core';
import type { ArchiveApi } from '../contracts/archive.ts';
import type {
  CameraPort,
  ClockPort,
  DemoPort,
  DemoSpeed,
  PlatformPort,
  TabPort,
  VisionPort,
} from '../contracts/ports.ts';
import type { Tally } from '../contracts/tally.ts';
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
import { isDemo, siteOf } from './counted-site.ts';
import { DemoAwareCameras } from './demo-aware-cameras.ts';
import { createLiveStore, type LiveSink, type LiveStore } from './live-store.ts';
import type { ProblemList } from './problem-list.ts';
import { Recording } from './recording.ts';
import { startEngine } from './start-engine.ts';
import type { SiteStore } from './site-store.ts';

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
  /** Hands every tally of every camera to `watcher` from now on. */
  watch(watcher: (tally: Tally) => void): void;
  /** Starts, or starts anew after a stop or a failure. */
  start(): Promise<void>;
  /** Reads settings and figures without counting: the operator had stopped it. */
  openStopped(): Promise<void>;
  /** Closes every camera and what is recorded so far; a start that is under way ends first. True where it counted. */
  stop(): Promise<boolean>;
  /** Stops and has the page loaded anew: what the browser still holds of frames goes with the document. */
  halt(): Promise<void>;
  retryCamera(camera: number): void;
  /** What the camera shows now is right: the usual picture is learnt anew. */
  confirmPicture(camera: number): void;
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
  readonly #cameras: DemoAwareCameras;
  readonly #recording: Recording;
  #turn: Promise<unknown> = Promise.resolve();
  #stops: (() => void)[] = [];
  readonly #watchers: ((tally: Tally) => void)[] = [];
  #tab: 'unasked' | 'granted' | 'elsewhere' = 'unasked';
  /** The site that the sessions and the recording follow now. */
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
    this.#cameras = new DemoAwareCameras(ports.cameras, () => this.#recording.beginDemoAnew());
    this.#crew = new CameraCrew({ ...ports, problems, cameras: this.#cameras });
    this.cameras = this.#crew.statuses;
    this.status = computed(() => countingStatusOf(this.state.value, this.cameras.value));
    const { archive, clock, vision } = ports;
    this.#recording = new Recording({ archive, clock, problems, modelSha256: () => vision.modelSha256() });
  }

  start(): Promise<void> {
    return this.#inTurn(async () => {
      if (this.state.value.kind === 'running' || this.state.value.kind === 'elsewhere') return;
      this.#settleWith(await this.#prepare());
    });
  }

  openStopped(): Promise<void> {
    return this.#inTurn(async () => this.#settleWith(await this.#prepare(false)));
  }

  stop(): Promise<boolean> {
    return this.#inTurn(async () => {
      if (this.state.value.kind !== 'running') return false;
      await this.#stopRun();
      this.state.value = { kind: 'stopped' };
      return true;
    });
  }

  async halt(): Promise<void> {
    await this.stop();
    this.#ports.platform.reloadStopped();
  }

  async close(): Promise<void> {
    await this.stop();
    this.#ports.vision.close();
  }

  watch(watcher: (tally: Tally) => void): void {
    this.#watchers.push(watcher);
  }

  retryCamera(camera: number): void {
    this.#crew.retry(camera);
  }

  confirmPicture(camera: number): void {
    this.#crew.confirmPicture(camera);
  }

  async setSpeed(speed: DemoSpeed): Promise<void> {
    await this.#ports.demo.setSpeed(speed);
    this.speed.value = speed;
  }

  /** Starts, stops and changes of the site never overlap, and one that throws does not block the next. */
  #inTurn<Value>(step: () => Promise<Value>): Promise<Value> {
    const run = this.#turn.then(step);
    this.#turn = run.catch(() => undefined); // whoever asked for the step gets its error
    return run;
  }

  #step(step: StartingStep): void {
    this.state.value = { kind: 'starting', step };
  }

  #settleWith(problem: Problem | null): void {
    if (!problem) return;
    this.state.value = { kind: 'failed', problem };
    this.#problems.report('counting', problem);
  }

  /** From nothing to running, or to watching another tab. Returns what stands in the way. */
  async #prepare(counts = true): Promise<Problem | null> {
    this.#problems.settle('counting');
    this.#step('storage');
    const missing = this.#ports.platform.missingFeatures();
    if (missing.length > 0) return { code: 'browser-too-old', detail: { features: missing.join(', ') } };
    if (this.#tab === 'unasked') this.#tab = await this.#ports.tab.claim(() => void this.#takeOver());
    const access = this.#tab === 'granted' ? 'write' : 'read';
    const problem = (await this.#recording.open('store', access)) ?? (await this.#loadSite());
    if (problem) return problem;
    const other = this.mode.value === 'demo' ? await this.#recording.open('demo', access) : null;
    if (other) return other;
    await this.#askToday();
    if (access === 'write' && counts) return this.#run();
    if (access === 'write') this.state.value = { kind: 'stopped' };
    else this.#watchOtherTab();
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
      this.#settleWith(await this.#prepare());
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
    this.#cameras.startRun();
    const site = this.site.value;
    const problem = await this.#recording.begin(site);
    if (problem) return problem;
    this.#counted = site;
    batch(() => {
      this.state.value = { kind: 'running' };
      this.#crew.set(site);
    });
    this.#stops.push(this.#ports.clock.every(TICK_MS, () => this.#tick()));
    this.#stops.push(this.#ports.platform.watchSurroundings(() => this.#crew.surroundingsChanged()));
    this.#stops.push(effect(() => this.#follow(this.site.value)));
    return null;
  }

  async #startEngine(): Promise<Result<EngineReport>> {
    this.#step('engine');
    if (this.engine.value) return { ok: true, value: this.engine.value };
    const { vision, backend } = this.#ports;
    const engine = backend === 'auto' ? this.#settings.site.value.engine : backend;
    const problems = this.#problems;
    const started = await startEngine({ vision, problems }, engine, {
      tally: (tally) => {
        this.#recording.push(tally);
        for (const watch of this.#watchers) watch(tally);
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
    });
    if (started.ok) this.engine.value = started.value;
    return started;
  }

  /** The operator changed the site: cameras that count differently are opened anew, the others go on. */
  #follow(site: Site): void {
    if (site === this.#counted) return;
    void this.#inTurn(async () => {
      const before = this.#counted;
      if (this.state.value.kind !== 'running' || before === null || before === site) return;
      this.#counted = site;
      this.#settleWith(
        isDemo(before) === isDemo(site) ? await this.#applySite(site) : await this.#changeShop(),
      );
    });
  }

  async #applySite(site: Site): Promise<Problem | null> {
    if (this.#crew.hasToClose(site)) this.#step('cameras');
    await this.#crew.close(site);
    const problem = await this.#recording.begin(site);
    if (problem) return problem;
    batch(() => {
      this.state.value = { kind: 'running' };
      this.#crew.set(site);
    });
    return null;
  }

  /** From the demo store to the shop, or back: another database, nothing mixed. */
  async #changeShop(): Promise<Problem | null> {
    await this.#stopRun();
    return this.#prepare();
  }

  async #stopRun(): Promise<void> {
    this.#letGo();
    this.#counted = null;
    await this.#crew.close({ cameras: [], floorZones: [] });
    await this.#recording.stop();
    this.#sink.clear();
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
    const due = nowMs - this.#todayAskedMs >= TODAY_MS;
    if (due) this.#todayAskedMs = nowMs;
    const counted = this.#recording.hasEvents;
    void this.#recording.flush().then(() => (due || counted ? this.#askToday() : undefined));
    if (!due) return;
    void this.#askTruth();
    void this.#recording.recover().then((recovered) => {
      if (recovered) this.#crew.noteGapsAgain();
    });
  }

  async #askToday(): Promise<void> {
    const today = await this.#recording.today();
    if (today) this.#sink.today(today);
  }

  async #askTruth(): Promise<void> {
    if (this.mode.value === 'demo') this.#sink.truth(await this.#ports.demo.truth());
  }
}
