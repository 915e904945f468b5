import type { Tally } from '../../src/contracts/tally.ts';
import { HeatLedger, type HeldHeat } from '../../src/core/disclosure/heat-ledger.ts';
import type { Entities } from '../../src/core/measures/entity-records.ts';
import type { HeatRecord } from '../../src/core/measures/heat-record.ts';
import type { StoreCalendar } from '../../src/core/time/store-calendar.ts';

/** Heat of the hour and the day that are open, by camera, and the records that may be written. Knows no storage. */
export class HeatBook {
  readonly #ledger: HeatLedger;
  #ready: HeatRecord[] = [];

  constructor(calendar: StoreCalendar) {
    this.#ledger = new HeatLedger(calendar);
  }

  /** Adds what one frame told; a tally without heat changes nothing. */
  add({ camera, heat, measuredFromMs, atMs }: Tally, configId: number): void {
    if (!heat) return;
    const { columns, rows, floor, stays } = heat;
    this.#ledger.setUp(camera, { layout: { columns, rows, floor }, configId });
    this.#ready.push(...this.#ledger.add(camera, { fromMs: measuredFromMs, toMs: atMs, stays }));
  }

  /** Nothing lands before `atMs` any more. */
  settleBefore(atMs: number): void {
    this.#ready.push(...this.#ledger.settleBefore(atMs));
  }

  /** Hands out what may be written, once. */
  takeRecords(): readonly HeatRecord[] {
    const records = this.#ready;
    this.#ready = [];
    return records;
  }

  /** What is held of these cameras is never written. */
  forget(gone: Entities): void {
    this.#ledger.forget(gone);
    this.#ready = this.#ready.filter(({ camera }) => !gone.has(camera));
  }

  /** What is not written of the open day, cells under k as 0: for the screen alone. */
  held(camera: number): HeldHeat | null {
    return this.#ledger.held(camera);
  }
}
