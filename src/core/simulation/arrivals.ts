import { distance, type FloorPoint } from '../geometry/point.ts';
import { STAFF_SPOT } from './floor-plan.ts';
import { errandsOf, type Party, walks } from './party.ts';
import type { Walker } from './person.ts';
import type { Random } from './random.ts';
import { appearsAt, routeIn, routePast, type StreetEnd } from './routes.ts';

export type Crowding = 'quiet' | 'normal' | 'crowded';

/** Parties a minute who come in and who pass by; `crowded` keeps about 16 people in view, at times 22. */
const PER_MINUTE: Readonly<Record<Crowding, { readonly customers: number; readonly passersby: number }>> = {
  quiet: { customers: 2, passersby: 3 },
  normal: { customers: 4.5, passersby: 5 },
  crowded: { customers: 22, passersby: 40 },
};
const PAIR_SHARE = 0.22;
/** People on the floor beyond whom nobody else arrives. */
const MOST_PEOPLE = 28;
const MOST_LOOKS = 1 << 16;
/** Beside one another as the camera sees them, so that neither hides the other all the way. */
const PAIR_OFFSETS: readonly FloorPoint[] = [
  { x: -0.42, y: -0.06 },
  { x: 0.42, y: 0.06 },
];

/** The street: who appears on it, and when. */
export interface Arrivals {
  /** Parties that appear at `nowMs`, with the steps of their way; times must not go back. */
  due(nowMs: number, present: readonly Walker[]): Party[];
  /** The person behind the counter. */
  staff(): Walker;
}

/** Two Poisson streams, one of customers and one of passers-by, from both ends of the street. */
export function createArrivals(crowding: Crowding, random: Random): Arrivals {
  const meanMs = {
    customers: 60_000 / PER_MINUTE[crowding].customers,
    passersby: 60_000 / PER_MINUTE[crowding].passersby,
  };
  let nextCustomerMs = random.between(300, 1500);
  let nextPasserMs = random.between(300, 4000);
  const member = createMembers(random);

  function party(comesIn: boolean): Party {
    const from: StreetEnd = random.chance(0.5) ? 'near' : 'far';
    const cruiseMps = random.between(0.95, comesIn ? 1.25 : 1.35);
    const offsets = random.chance(PAIR_SHARE) ? PAIR_OFFSETS : [{ x: 0, y: 0 }];
    const members = offsets.map((offset) => member(appearsAt(from), cruiseMps, offset));
    const route = comesIn ? routeIn(from, random) : routePast(from, random);
    for (const walker of members) {
      walker.partner = members.find((other) => other !== walker) ?? null;
      walker.steps.push(...walks(walker, route));
    }
    return {
      members,
      errands: comesIn ? errandsOf(random) : [],
      home: random.chance(0.5) ? 'near' : 'far',
      place: comesIn ? 'door' : 'gone',
      spots: [],
    };
  }

  return {
    due(nowMs, present) {
      const parties: Party[] = [];
      const room = present.length < MOST_PEOPLE && present.every((walker) => !atAnEnd(walker.position));
      if (nowMs >= nextCustomerMs) {
        nextCustomerMs = room ? nowMs + random.wait(meanMs.customers) : nowMs + 500;
        if (room) parties.push(party(true));
      }
      if (nowMs >= nextPasserMs) {
        const free = room && parties.length === 0;
        nextPasserMs = free ? nowMs + random.wait(meanMs.passersby) : nowMs + 500;
        if (free) parties.push(party(false));
      }
      return parties;
    },
    staff: () => ({
      ...member(STAFF_SPOT.at, 1, { x: 0, y: 0 }),
      headingRad: STAFF_SPOT.facingRad,
      heightM: 1.66,
    }),
  };
}

/** Makes people one after another; `offset` is their place in the party. */
function createMembers(random: Random): (at: FloorPoint, cruiseMps: number, offset: FloorPoint) => Walker {
  let lastId = 0;
  return (at, cruiseMps, offset) => {
    lastId += 1;
    return {
      id: lastId,
      position: { x: at.x + offset.x, y: at.y + offset.y },
      headingRad: 0,
      heightM: random.between(1.52, 1.8),
      stride: random.next(),
      pace: 0,
      look: Math.floor(random.next() * MOST_LOOKS),
      velocity: { x: 0, y: 0 },
      cruiseMps,
      steps: [],
      stoodMs: 0,
      stuckMs: 0,
      offset,
      partner: null,
    };
  };
}

function atAnEnd(at: FloorPoint): boolean {
  return distance(at, appearsAt('near')) < 1.4 || distance(at, appearsAt('far')) < 1.4;
}
