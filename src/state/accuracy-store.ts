import { computed, signal, type ReadonlySignal } from '@preact/signals-core';
import type { FinishedCheck, LineAccuracy, PeriodChecks } from '../contracts/accuracy.ts';
import type { ArchiveApi } from '../contracts/archive.ts';
import type { ClockPort, VisionPort } from '../contracts/ports.ts';
import type { Tally } from '../contracts/tally.ts';
import type { LinePlacement, TriedShape, ZonePlacement } from '../contracts/vision.ts';
import {
  endTally,
  intervalsOf,
  manualCounts,
  noteCrossing,
  noteTallyGap,
  openTally,
  pressKey,
  TALLY_SETTLE_MS,
  undoPress,
  type TallySession,
} from '../core/accuracy-check/tally-session.ts';
import { NO_CHECKS } from '../core/accuracy-check/period-checks.ts';
import type { Direction } from '../core/counting/counting-event.ts';
import type { ShapeTrial } from '../core/placement/try-shape.ts';
import { failed, type Problem, type Result } from '../core/result.ts';
import { countedCameras, zonesOf } from '../core/site/counted-camera.ts';
import type { Camera, Line, Site } from '../core/site/site.ts';
import type { Permit } from './access-store.ts';
import { settleCall } from './settle-call.ts';

/** What is shown of a running 実測照合: the person's own counts, never the system's. */
export interface RunningCheck {
  readonly line: Line;
  readonly startedAtMs: number;
  readonly nowMs: number;
  readonly in: number;
  readonly out: number;
  readonly canUndo: boolean;
  /** It has ended; crossings from before are still becoming known. */
  readonly isEnding: boolean;
}

/** 実測照合: a person counts with two keys while the system counts unseen, and the two are compared. */
export interface AccuracyStore {
  readonly running: ReadonlySignal<RunningCheck | null>;
  /** What the checks that hold say, by line. */
  readonly lines: ReadonlySignal<readonly LineAccuracy[]>;
  /** What they say of the figures of now. */
  readonly checks: ReadonlySignal<PeriodChecks>;
  /** Why the last check was not begun or kept. */
  readonly problem: ReadonlySignal<Problem | null>;
  /** A check that has ended could not be kept yet: `keep` tries again, `discard` gives it up. */
  readonly isUnsaved: ReadonlySignal<boolean>;
  /** Begins to count a line whose camera is measured. False where it is not, or nobody may. */
  start(line: number): Promise<boolean>;
  press(direction: Direction): void;
  undo(): void;
  /** Ends the counting; what it says is kept and shown as soon as everything before is known. */
  end(): void;
  /** Keeps a check that has ended. */
  keep(): Promise<void>;
  /** Throws the check away that is running or not kept yet. */
  discard(): void;
  /** How a line lies, by the people seen lately. `camera-ended` where its camera is not measured. */
  judgeLine(line: number): Promise<Result<LinePlacement>>;
  /** The same of a zone, in the picture or on the floor. */
  judgeZone(zone: number): Promise<Result<ZonePlacement>>;
  /** What a line or zone that is only drawn would have counted of the people seen lately. */
  tryShape(camera: number, shape: TriedShape): Promise<Result<ShapeTrial>>;
  /** Reads what the checks say. */
  load(): Promise<void>;
  /** Every tally of every camera goes through here; it is bound to the store. */
  readonly take: (tally: Tally) => void;
}

export interface AccuracyPorts {
  readonly archive: Pick<ArchiveApi, 'saveCheck' | 'accuracy' | 'checksAbout'>;
  readonly clock: ClockPort;
  readonly vision: Pick<VisionPort, 'judgeLine' | 'judgeZone' | 'tryShape'>;
  /** Asked before somebody counts, and again before what they counted is kept. */
  readonly permit: Permit;
}

/** Longest time between two tallies that is no gap. */
const GAP_MS = 3000;
/** Crossings before the end become known within seconds, unless the camera stands still. */
const GIVE_UP_MS = 15_000;

/** Counts what the cameras of `site` report. */
export function createAccuracyStore(ports: AccuracyPorts, site: ReadonlySignal<Site>): AccuracyStore {
  return new Accuracy(ports, site);
}

interface Check {
  readonly session: TallySession;
  readonly camera: number;
  readonly line: Line;
  /** Everything that a change of would make another system of it. */
  readonly setUp: string;
}

class Accuracy implements AccuracyStore {
  readonly running = signal<RunningCheck | null>(null);
  readonly lines = signal<readonly LineAccuracy[]>([]);
  readonly checks = signal<PeriodChecks>(NO_CHECKS);
  readonly problem = signal<Problem | null>(null);
  readonly isUnsaved: ReadonlySignal<boolean>;
  readonly #unsaved = signal<FinishedCheck | null>(null);
  readonly #ports: AccuracyPorts;
  readonly #site: ReadonlySignal<Site>;
  /** Capture time of the newest tally by camera: one entry for each camera of the site. */
  readonly #newestMs = new Map<number, number>();
  #check: Check | null = null;
  #stopWaiting: (() => void) | null = null;

  constructor(ports: AccuracyPorts, site: ReadonlySignal<Site>) {
    this.#ports = ports;
    this.#site = site;
    this.isUnsaved = computed(() => this.#unsaved.value !== null);
  }

  async start(line: number): Promise<boolean> {
    if (this.isUnsaved.peek()) return false;
    this.problem.value = null;
    const permitted = await this.#ports.permit('change');
    if (!permitted.ok) this.problem.value = permitted.problem;
    return permitted.ok && this.#begin(line);
  }

  #begin(line: number): boolean {
    const found = this.#find(line);
    const nowMs = found ? this.#newestMs.get(found.camera.id) : undefined;
    if (!found || nowMs === undefined || this.#check) return false;
    const { camera } = found;
    this.#check = {
      session: openTally(nowMs),
      camera: camera.id,
      line: found.line,
      setUp: setUpOf(camera, found.line),
    };
    this.#show(nowMs);
    return true;
  }

  press(direction: Direction): void {
    const check = this.#check;
    const nowMs = check ? this.#newestMs.get(check.camera) : undefined;
    if (!check || nowMs === undefined) return;
    pressKey(check.session, direction, nowMs);
    this.#show(nowMs);
  }

  undo(): void {
    const check = this.#check;
    if (!check) return;
    undoPress(check.session);
    this.#show(this.#newestMs.get(check.camera) ?? check.session.startedAtMs);
  }

  end(): void {
    const check = this.#check;
    if (!check || check.session.endedAtMs !== null) return;
    const nowMs = this.#newestMs.get(check.camera) ?? check.session.startedAtMs;
    endTally(check.session, nowMs);
    this.#show(nowMs);
    const sinceMs = this.#ports.clock.nowMs();
    this.#stopWaiting = this.#ports.clock.every(1000, () => {
      if (this.#ports.clock.nowMs() - sinceMs >= GIVE_UP_MS) void this.#finish(check);
    });
  }

  discard(): void {
    this.#unsaved.value = null;
    this.#stopWaiting?.();
    this.#stopWaiting = null;
    this.#check = null;
    this.running.value = null;
  }

  async judgeLine(line: number): Promise<Result<LinePlacement>> {
    const found = this.#find(line);
    if (!found) return failed('camera-ended');
    return this.#ports.vision.judgeLine(found.camera.id, found.camera.lines.indexOf(found.line));
  }

  async judgeZone(zone: number): Promise<Result<ZonePlacement>> {
    for (const camera of countedCameras(this.#site.value)) {
      const index = zonesOf(camera).findIndex(({ id }) => id === zone);
      if (index >= 0) return this.#ports.vision.judgeZone(camera.id, index);
    }
    return failed('camera-ended');
  }

  tryShape(camera: number, shape: TriedShape): Promise<Result<ShapeTrial>> {
    return this.#ports.vision.tryShape(camera, shape);
  }

  async load(): Promise<void> {
    const { archive } = this.#ports;
    const [lines, checks] = await Promise.all([
      settleCall(archive.accuracy(), 'archive-worker-failed'),
      settleCall(archive.checksAbout(null), 'archive-worker-failed'),
    ]);
    if (lines.ok) this.lines.value = lines.value;
    if (checks.ok) this.checks.value = checks.value;
  }

  readonly take = (tally: Tally): void => {
    const { camera, atMs } = tally;
    const beforeMs = this.#newestMs.get(camera);
    if (tally.ended) this.#newestMs.delete(camera);
    else this.#newestMs.set(camera, atMs);
    const check = this.#check;
    if (check?.camera !== camera) return;
    this.#follow(check, tally, beforeMs ?? check.session.startedAtMs);
  };

  #follow(check: Check, tally: Tally, beforeMs: number): void {
    const found = this.#find(check.line.id);
    if (!found || setUpOf(found.camera, found.line) !== check.setUp) {
      this.problem.value = { code: 'check-empty' };
      this.discard();
      return;
    }
    const { session } = check;
    const isBroken = tally.atMs - beforeMs > GAP_MS || tally.measuredFromMs >= tally.atMs;
    if (isBroken) noteTallyGap(session, beforeMs, Math.max(tally.atMs, beforeMs + 1));
    const line = found.camera.lines.indexOf(found.line);
    for (const event of tally.events) {
      if (event.kind === 'crossing' && event.line === line)
        noteCrossing(session, event.direction, event.atMs);
    }
    this.#show(tally.atMs);
    if (session.endedAtMs !== null && tally.atMs >= session.endedAtMs + TALLY_SETTLE_MS)
      void this.#finish(check);
  }

  async #finish(check: Check): Promise<void> {
    if (this.#check !== check) return;
    const { session, line } = check;
    this.discard();
    const intervals = intervalsOf(session);
    const endedAtMs = session.endedAtMs ?? session.startedAtMs;
    this.#unsaved.value = { line: line.id, startedAtMs: session.startedAtMs, endedAtMs, intervals };
    await this.keep();
  }

  async keep(): Promise<void> {
    const check = this.#unsaved.peek();
    if (!check) return;
    const permitted = await this.#ports.permit('change');
    const saved = permitted.ok
      ? await settleCall(this.#ports.archive.saveCheck(check), 'archive-worker-failed')
      : permitted;
    this.problem.value = saved.ok ? null : saved.problem;
    if (saved.ok || saved.problem.code === 'check-empty') this.#unsaved.value = null;
    await this.load();
  }

  #find(line: number): { readonly camera: Camera; readonly line: Line } | null {
    for (const camera of this.#site.value.cameras) {
      const found = camera.lines.find(({ id }) => id === line);
      if (found) return { camera, line: found };
    }
    return null;
  }

  #show(nowMs: number): void {
    if (!this.#check) return;
    const { session, line } = this.#check;
    this.running.value = {
      line,
      startedAtMs: session.startedAtMs,
      nowMs: Math.max(nowMs, session.startedAtMs),
      ...manualCounts(session),
      canUndo: session.presses.length > 0 && session.endedAtMs === null,
      isEnding: session.endedAtMs !== null,
    };
  }
}

/** Names are no part of it. */
function setUpOf({ source, masks, region, lines }: Camera, line: Line): string {
  return JSON.stringify([source, masks, region, lines.indexOf(line), line.points, line.inward]);
}
