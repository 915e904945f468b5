import { NO_ALERTS } from '../../../src/core/alerts/alert-settings.ts';
import 'fake-indexeddb/auto';
import { IDBFactory } from 'fake-indexeddb';
import type { RecordingSetup } from '../../../src/contracts/archive.ts';
import type { Tally } from '../../../src/contracts/tally.ts';
import type { CountingEvent, Direction } from '../../../src/core/counting/counting-event.ts';
import { DEFAULT_ZONE_TIMING } from '../../../src/core/counting/scene.ts';
import type { Camera, Line, LineKind, Site, Zone } from '../../../src/core/site/site.ts';
import type { ZoneKind } from '../../../src/core/counting/scene.ts';
import { Archive } from '../../../workers/archive/archive.ts';
import type { StoreName } from '../../../workers/archive/schema.ts';

/** Ids of the shop's parts. */
export const DOOR_CAMERA = 1;
export const DOOR = 2;
export const STREET = 3;
export const SHELF = 4;
export const QUEUE = 5;
export const STAFF_ROOM = 6;

const line = (id: number, kind: LineKind): Line => ({
  id,
  name: `line ${id}`,
  kind,
  points: [
    { x: 0.1, y: 0.5 },
    { x: 0.9, y: 0.5 },
  ],
  inward: { x: 0, y: -1 },
});

const zone = (id: number, kind: ZoneKind): Zone => ({
  id,
  name: `zone ${id}`,
  kind,
  polygon: [
    { x: 0.1, y: 0.1 },
    { x: 0.5, y: 0.1 },
    { x: 0.5, y: 0.5 },
  ],
  timing: DEFAULT_ZONE_TIMING,
});

/** A shop with one camera that sees an entrance, the street, a shelf, a queue and the staff's room. */
export function aSite(timeZone = 'Asia/Tokyo', changes: Partial<Site['store']> = {}): Site {
  const camera: Camera = {
    id: DOOR_CAMERA,
    name: 'door',
    source: { kind: 'usb', deviceId: 'one' },
    paused: false,
    lines: [line(DOOR, 'entrance'), line(STREET, 'outside')],
    zones: [zone(SHELF, 'area'), zone(QUEUE, 'queue'), zone(STAFF_ROOM, 'staff')],
    masks: [],
    region: null,
    calibration: null,
  };
  return {
    schemaVersion: 1,
    store: { name: 'Shop', timeZone, dayStartsAtMinute: 0, retentionMonths: 13, ...changes },
    cameras: [camera],
    floor: null,
    floorZones: [],
    engine: 'auto',
    alerts: NO_ALERTS,
    nextId: 7,
  };
}

export function aSetup(site = aSite(), clock: RecordingSetup['clock'] = 'wall'): RecordingSetup {
  return { site, modelSha256: 'a'.repeat(64), clock };
}

/** A frame's tally at a time, after a second that was measured. */
export function aTally(atMs: number, changes: Partial<Tally> = {}): Tally {
  return {
    camera: DOOR_CAMERA,
    atMs,
    measuredFromMs: atMs - 1000,
    frames: { received: 0, analysed: 0, gated: 0, skipped: 0, closed: 0, alive: 0 },
    detectMs: 50,
    otherMs: 1,
    brightness: 120,
    people: [],
    zonesNow: [0, 0, 0],
    events: [],
    heat: null,
    look: null,
    ended: false,
    ...changes,
  };
}

/** Somebody walks through the door (line 0) or past it (line 1). */
export function aCrossing(
  atMs: number,
  direction: Direction,
  changes: { line?: number; staff?: boolean } = {},
): CountingEvent {
  return { kind: 'crossing', line: 0, direction, atMs, startsParty: true, staff: false, ...changes };
}

/** A whole visit with its person-time, ending at `toMs`. Zone by index: 0 shelf, 1 queue, 2 staff. */
export function aVisit(
  toMs: number,
  dwellMs: number,
  changes: { zone?: number; staff?: boolean } = {},
): CountingEvent[] {
  const stay = { zone: 0, fromMs: toMs - dwellMs, toMs, staff: false, ...changes };
  return [
    { kind: 'stay', ...stay },
    { kind: 'visit', ...stay },
  ];
}

/** A PC: a clock that tests move, and a profile whose storage outlives the archive. */
export class TestPc {
  nowMs: number;
  factory: IDBFactory = new IDBFactory();
  archive: Archive;
  #analysed = 0;

  constructor(startsAt: string) {
    this.nowMs = Date.parse(startsAt);
    this.archive = this.#boot();
  }

  /** The page is loaded anew: memory is lost, storage stays. */
  reload(): Archive {
    this.archive = this.#boot();
    return this.archive;
  }

  /** Lets seconds pass, in steps with a tick and, when `tallyOf` gives one, a tally that measured the step. */
  async run(
    seconds: number,
    tallyOf: (atMs: number) => Partial<Tally> | null = () => ({}),
    stepS = 1,
  ): Promise<void> {
    for (let second = 0; second < seconds; second += stepS) {
      this.nowMs += stepS * 1000;
      const changes = tallyOf(this.nowMs);
      if (changes) {
        this.#analysed += 10;
        const frames = { received: 0, analysed: this.#analysed, gated: 0, skipped: 0, closed: 0, alive: 0 };
        const measuredFromMs = this.nowMs - stepS * 1000;
        await this.archive.record([aTally(this.nowMs, { frames, measuredFromMs, ...changes })]);
      }
      await this.archive.tick();
    }
  }

  #boot(): Archive {
    return new Archive({ factory: this.factory, nowMs: () => this.nowMs });
  }
}

/** A shop that counts from now on. */
export async function aRecordingPc(startsAt: string, site = aSite()): Promise<TestPc> {
  const pc = new TestPc(startsAt);
  valueOf(await pc.archive.open('store'));
  valueOf(await pc.archive.saveSite(site));
  valueOf(await pc.archive.startRecording(aSetup(site)));
  await pc.archive.noteGap(DOOR_CAMERA, null);
  return pc;
}

/** Every record of a database as it lies there, by store. */
export async function dump(factory: IDBFactory, name: string): Promise<Map<StoreName, unknown[]>> {
  const database = await settled(factory.open(name) as unknown as IDBRequest<IDBDatabase>);
  const stores = new Map<StoreName, unknown[]>();
  for (const store of database.objectStoreNames) {
    stores.set(store as StoreName, await settled(database.transaction(store).objectStore(store).getAll()));
  }
  database.close();
  return stores;
}

function settled<T>(request: IDBRequest<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(new Error('storage', { cause: request.error }));
  });
}

/** The value of a result that must be one. */
export function valueOf<T>(
  result: { readonly ok: true; readonly value: T } | { readonly ok: false; readonly problem: unknown },
): T {
  if (!result.ok) throw new Error(`problem: ${JSON.stringify(result.problem)}`);
  return result.value;
}
