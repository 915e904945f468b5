import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { CountingEvent } from '../../../src/core/counting/counting-event.ts';
import type { ScenePoint } from '../../../src/core/geometry/point.ts';
import { median } from '../../../src/core/median.ts';
import { createDemoStore, STEP_MS } from '../../../src/core/simulation/demo-store.ts';
import {
  BACK_WALL_Y,
  COUNTER,
  DEMO_VIEW,
  DOOR,
  GLASS_X,
  RIGHT_WALL_X,
  ZONE_AREAS,
} from '../../../src/core/simulation/floor-plan.ts';
import type { SimulatedPerson } from '../../../src/core/simulation/person.ts';
import { project } from '../../../src/core/simulation/pinhole.ts';

const MINUTE_MS = 60_000;
const seeds = [1, 2, 3];

/** Copies of everybody at every step of `step` ms. */
function* watch(seed: number, untilMs: number, step = STEP_MS): Generator<Map<number, SimulatedPerson>> {
  const store = createDemoStore({ seed });
  for (let ms = 0; ms <= untilMs; ms += step) {
    store.advanceTo(ms);
    yield new Map(store.people().map((person) => [person.id, { ...person }]));
  }
}

function inside(area: (typeof ZONE_AREAS)['queue'], { position }: SimulatedPerson): boolean {
  const { x, y } = position;
  return x > area.left && x < area.right && y > area.near && y < area.far;
}

describe('the simulation', () => {
  test('is the same for the same seed, whatever steps it is advanced by', () => {
    const reference = createDemoStore({ seed: 11 });
    reference.advanceTo(60_000);
    fc.assert(
      fc.property(fc.array(fc.double({ min: 0, max: 5000, noNaN: true }), { maxLength: 60 }), (pauses) => {
        const store = createDemoStore({ seed: 11 });
        let ms = 0;
        for (const pause of pauses) {
          ms = Math.min(60_000, ms + pause);
          store.advanceTo(ms);
        }
        store.advanceTo(60_000);
        expect(store.people()).toEqual(reference.people());
        expect(store.truth()).toEqual(reference.truth());
      }),
      { numRuns: 6 },
    );
  });

  test('differs for another seed', () => {
    const [one, two] = [1, 2].map((seed) => {
      const store = createDemoStore({ seed });
      store.advanceTo(5 * MINUTE_MS);
      return store.truth();
    });
    expect(one).not.toEqual(two);
  });

  test('never goes back', () => {
    const store = createDemoStore({ seed: 1 });
    store.advanceTo(30_000);
    const before = store.truth();
    store.advanceTo(10_000);
    expect(store.truth()).toEqual(before);
  });

  test.each(seeds)('nobody runs, jumps or drifts while standing (seed %i)', (seed) => {
    let before = new Map<number, SimulatedPerson>();
    let fastestMps = 0;
    let driftM = 0;
    for (const now of watch(seed, 5 * MINUTE_MS)) {
      for (const [id, person] of now) {
        const last = before.get(id);
        if (!last) continue;
        const movedM = Math.hypot(person.position.x - last.position.x, person.position.y - last.position.y);
        fastestMps = Math.max(fastestMps, movedM / (STEP_MS / 1000));
        if (person.pace === 0) driftM = Math.max(driftM, movedM);
      }
      before = now;
    }
    expect(fastestMps).toBeLessThan(1.6);
    expect(driftM).toBe(0);
  });

  test.each(seeds)('nobody walks through glass, walls or the counter (seed %i)', (seed) => {
    const offences: string[] = [];
    let before = new Map<number, SimulatedPerson>();
    for (const now of watch(seed, 5 * MINUTE_MS)) {
      for (const [id, { position }] of now) {
        const { x, y } = position;
        const last = before.get(id)?.position ?? position;
        const where = `${id} at ${x.toFixed(2)}, ${y.toFixed(2)}`;
        if (x > COUNTER.left && x < COUNTER.right && y > COUNTER.near && y < COUNTER.far)
          offences.push(`counter: ${where}`);
        if (last.x < GLASS_X !== x < GLASS_X && (y < DOOR.near || y > DOOR.far))
          offences.push(`glass: ${where}`);
        if (x > GLASS_X && (y > BACK_WALL_Y || x > RIGHT_WALL_X)) offences.push(`wall: ${where}`);
      }
      before = now;
    }
    expect(offences).toEqual([]);
  });

  test.each(['quiet', 'normal', 'crowded'] as const)(
    'a %s half hour stays within bounds and moves on',
    (crowding) => {
      const store = createDemoStore({ seed: 4, crowding });
      const since = new Map<number, number>();
      let most = 0;
      let longestMs = 0;
      for (let ms = 0; ms <= 30 * MINUTE_MS; ms += 1000) {
        store.advanceTo(ms);
        const people = store.people();
        most = Math.max(most, people.length);
        for (const { id } of people.slice(1)) {
          if (!since.has(id)) since.set(id, ms);
          longestMs = Math.max(longestMs, ms - (since.get(id) ?? ms));
        }
      }
      expect(most).toBeLessThanOrEqual(26);
      expect(longestMs).toBeLessThan(6 * MINUTE_MS);
      expect(since.size).toBeGreaterThan(100);
    },
  );
});

describe('the truth', () => {
  test.each(seeds)('in minus out is the number of customers in the store (seed %i)', (seed) => {
    const store = createDemoStore({ seed });
    let checks = 0;
    for (let ms = 0; ms <= 10 * MINUTE_MS; ms += 1000) {
      store.advanceTo(ms);
      const people = store.people();
      if (people.some(({ position }) => Math.abs(position.x - GLASS_X) < 1)) continue;
      const customers = people.filter(({ position }) => position.x > GLASS_X).length - 1;
      const [entrance] = store.truth().lines;
      expect(entrance!.in - entrance!.out).toBe(customers);
      checks += 1;
    }
    expect(checks).toBeGreaterThan(50);
  });

  test.each(seeds)('the queue is as long as the row of people who stand in it (seed %i)', (seed) => {
    const store = createDemoStore({ seed });
    let longest = 0;
    for (let ms = 0; ms <= 10 * MINUTE_MS; ms += 1000) {
      store.advanceTo(ms);
      const standing = store
        .people()
        .filter((person) => person.pace === 0 && inside(ZONE_AREAS.queue, person)).length;
      const queue = store.truth().zones[2]!;
      expect(queue.peopleNow).toBeGreaterThanOrEqual(standing);
      longest = Math.max(longest, standing);
    }
    expect(longest).toBeGreaterThan(1);
  });

  test('leaves the person behind the counter out', () => {
    const store = createDemoStore({ seed: 1 });
    store.advanceTo(10 * MINUTE_MS);
    expect(store.truth().zones[3]).toMatchObject({ visits: 0, personSeconds: 0, peopleMost: 0 });
  });

  test('tells the events that its figures are the sums of', () => {
    const events: CountingEvent[] = [];
    const store = createDemoStore({ seed: 2, tell: (event) => events.push(event) });
    store.advanceTo(5 * MINUTE_MS);
    const { lines, zones } = store.truth();
    const crossings = events.filter((event) => event.kind === 'crossing');
    const visits = events.filter((event) => event.kind === 'visit');
    expect(lines).toEqual(
      lines.map((_, line) => {
        const own = crossings.filter((crossing) => crossing.line === line);
        const towards = (way: 'in' | 'out') => own.filter(({ direction }) => direction === way).length;
        return { in: towards('in'), out: towards('out') };
      }),
    );
    zones.forEach((zone, index) => {
      const dwells = visits.filter((visit) => visit.zone === index).map(({ fromMs, toMs }) => toMs - fromMs);
      expect(dwells).toHaveLength(zone.visits);
      expect(dwells.reduce((sum, ms) => sum + ms, 0) / 1000).toBeCloseTo(zone.dwellSeconds, 6);
    });
    expect(events.some(({ staff }) => staff)).toBe(false);
  });

  test.each(seeds)(
    'a crowded store has 15 people and more in view for half of the time (seed %i)',
    (seed) => {
      const store = createDemoStore({ seed, crowding: 'crowded' });
      const inView: number[] = [];
      for (let ms = MINUTE_MS; ms <= 20 * MINUTE_MS; ms += 1000) {
        store.advanceTo(ms);
        const feet = store.people().map(({ position }) => project(DEMO_VIEW, position, 0));
        const isSeen = ({ x, y }: ScenePoint): boolean => x > 0 && x < DEMO_VIEW.aspect && y > 0 && y < 1;
        inView.push(feet.filter(isSeen).length);
      }
      expect(median(inView)).toBeGreaterThanOrEqual(15);
    },
  );

  test.each(seeds)('ten minutes have customers, passers-by, visits and a queue (seed %i)', (seed) => {
    const store = createDemoStore({ seed });
    store.advanceTo(10 * MINUTE_MS);
    const { lines, zones, simulatedMs } = store.truth();
    expect(simulatedMs).toBe(10 * MINUTE_MS);
    expect(lines[0]!.in).toBeGreaterThan(25);
    expect(lines[1]!.in + lines[1]!.out).toBeGreaterThan(50);
    for (const zone of zones.slice(0, 3)) {
      expect(zone.visits).toBeGreaterThan(10);
      expect(zone.dwellSeconds).toBeLessThanOrEqual(zone.personSeconds + 1e-6);
      expect(zone.longestDwellSeconds * zone.visits).toBeGreaterThanOrEqual(zone.dwellSeconds);
    }
  });
});
