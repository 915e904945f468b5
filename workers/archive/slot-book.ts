import type { Tally } from '../../src/contracts/tally.ts';
import {
  accountGap,
  accountMeasured,
  noteCause,
  startCameraClock,
  type AccountedTime,
  type CameraClock,
} from '../../src/core/measures/camera-clock.ts';
import { countedSite, type CountedSite } from '../../src/core/measures/counted-site.ts';
import type { Entities } from '../../src/core/measures/entity-records.ts';
import type { GapCause } from '../../src/core/measures/gap-cause.ts';
import { accountedMs, addAccounted, cameraOf, type SlotTotals } from '../../src/core/measures/slot-totals.ts';
import type { StoreCalendar } from '../../src/core/time/store-calendar.ts';
import type { Site } from '../../src/core/site/site.ts';
import { addEvent, noteZonesNow } from './count-tally.ts';
import { OpenSlots } from './open-slots.ts';

/** How late figures may arrive and still land in their slot. */
export const LATE_MS = 5_000;

/** Longer than this between two looks at the clock: nothing ran (the PC slept). */
const ASLEEP_MS = 60_000;
/** Of a longer sleep only the slots at its ends have a record: the others lie in time in which nothing ran. */
const LONG_SLEEP_MS = 24 * 3_600_000;

/** The slots that are still open and the time of each camera. Counts in memory; knows no storage. */
export class SlotBook {
  readonly slots: OpenSlots;
  readonly calendar: StoreCalendar;
  #site: CountedSite;
  readonly #clocks = new Map<number, CameraClock>();
  readonly #analysed = new Map<number, number>();
  #nowMs: number;

  constructor(site: Site, calendar: StoreCalendar, nowMs: number) {
    this.calendar = calendar;
    this.slots = new OpenSlots(calendar, nowMs);
    this.#site = countedSite(site);
    this.#nowMs = nowMs;
  }

  get nowMs(): number {
    return this.#nowMs;
  }

  get site(): CountedSite {
    return this.#site;
  }

  /** Cameras of the site begin unmeasured: what went by of the open slot before now has the cause `before`. */
  setSite(site: Site, before: GapCause): void {
    this.#site = countedSite(site);
    for (const [camera, { paused }] of this.#site.cameras) {
      if (this.#clocks.has(camera)) {
        if (paused) this.noteGap(camera, 'paused');
        continue;
      }
      const slot = this.slots.at(this.#nowMs);
      const totals = cameraOf(slot, camera);
      const missedMs = this.#nowMs - slot.interval.fromMs - accountedMs(totals);
      if (missedMs > 0) totals.gapMs[before] = (totals.gapMs[before] ?? 0) + missedMs;
      this.#clocks.set(camera, startCameraClock(this.#nowMs, paused ? 'paused' : 'connecting'));
    }
    for (const camera of this.#clocks.keys()) {
      if (!this.#site.cameras.has(camera)) this.noteGap(camera, 'paused');
    }
  }

  /** What the open slots hold of these is never written; none of them is of the site. */
  forget(gone: Entities): void {
    for (const id of gone) this.#clocks.delete(id);
    for (const { lines, zones, flows, cameras } of this.slots.all) {
      for (const id of gone) for (const totals of [lines, zones, cameras]) totals.delete(id);
      for (const pair of flows.keys())
        if (pair.split('>').some((id) => gone.has(Number(id)))) flows.delete(pair);
    }
  }

  /** Adds what one frame told. */
  add(tally: Tally): void {
    const camera = this.#site.cameras.get(tally.camera);
    const clock = this.#clocks.get(tally.camera);
    if (!camera || !clock) return;
    this.#addTime(tally.camera, accountMeasured(clock, tally.measuredFromMs, tally.atMs));
    this.#addFrames(tally);
    const slot = this.slots.at(tally.atMs);
    noteZonesNow(slot, camera, tally.zonesNow);
    for (const event of tally.events) addEvent(this.slots, camera, event);
  }

  /** A camera stops being measured for a reason, or (null) is measured from now on. */
  noteGap(camera: number, cause: GapCause | null): void {
    const clock = this.#clocks.get(camera);
    if (clock) this.#addTime(camera, noteCause(clock, this.#nowMs, cause));
  }

  noteGapOfAll(cause: GapCause): void {
    for (const camera of this.#clocks.keys()) this.noteGap(camera, cause);
  }

  /** The clock moves on. Returns the slots that nothing more can land in, oldest first, and forgets them. */
  advance(nowMs: number): SlotTotals[] {
    if (nowMs - this.#nowMs > ASLEEP_MS) this.#sleep(this.#nowMs, nowMs);
    this.#nowMs = Math.max(this.#nowMs, nowMs);
    const endMs = this.calendar.slotAt(this.#nowMs - LATE_MS).fromMs;
    for (const [camera, clock] of this.#clocks) {
      this.#addTime(camera, accountGap(clock, endMs, clock.cause ?? 'stalled'));
      if (!this.#site.cameras.has(camera) && clock.sinceMs < endMs) this.#clocks.delete(camera);
    }
    // A slot in which nothing arrives is a slot all the same: its gap has a cause.
    this.slots.at(this.#nowMs);
    return this.slots.closeBefore(endMs);
  }

  /** The gap that every camera has had since its last settled moment, which no slot holds yet. */
  pendingGaps(): { readonly camera: number; readonly time: AccountedTime }[] {
    return [...this.#clocks].flatMap(([camera, { accountedToMs, cause }]) =>
      cause === null || accountedToMs >= this.#nowMs
        ? []
        : [{ camera, time: { fromMs: accountedToMs, toMs: this.#nowMs, cause } }],
    );
  }

  #addTime(camera: number, times: readonly AccountedTime[]): void {
    for (const time of times) {
      for (const slot of this.slots.over(time)) {
        addAccounted(slot, camera, time);
        if (time.cause === null && this.#site.entranceCameras.has(camera)) {
          this.slots.addOccupancyTime(slot, time);
        }
      }
    }
  }

  #addFrames(tally: Tally): void {
    const { analysed } = tally.frames;
    const before = this.#analysed.get(tally.camera) ?? analysed - 1;
    // A smaller number belongs to a stream that was opened anew.
    const frames = analysed >= before ? analysed - before : analysed;
    this.#analysed.set(tally.camera, analysed);
    const totals = cameraOf(this.slots.at(tally.atMs), tally.camera);
    totals.frames += frames;
    totals.brightnessSum += frames * tally.brightness;
    totals.look = tally.look ?? totals.look;
  }

  /** Nothing ran in between. */
  #sleep(lastMs: number, nowMs: number): void {
    const isLong = nowMs - lastMs > LONG_SLEEP_MS;
    const endMs = isLong ? this.calendar.slotAt(lastMs).toMs : nowMs;
    const startMs = isLong ? this.calendar.slotAt(nowMs).fromMs : nowMs;
    for (const [camera, clock] of this.#clocks) {
      this.#addTime(camera, accountGap(clock, lastMs, clock.cause ?? 'stalled'));
      this.#addTime(camera, accountGap(clock, endMs, 'pc-asleep'));
      clock.accountedToMs = Math.max(clock.accountedToMs, startMs);
      this.#addTime(camera, accountGap(clock, nowMs, 'pc-asleep'));
    }
  }
}
