import type { FloorPoint } from '../geometry/point.ts';
import { BACK_SPOTS, SIDE_SPOTS, type Spot } from './floor-plan.ts';
import type { Step, Walker } from './person.ts';
import type { Random } from './random.ts';
import { type Place, routeInside, routeOut, type StreetEnd } from './routes.ts';

/** What customers came for; `register` ends with the way home. */
export type Errand = Shelf | 'register';

type Shelf = 'back' | 'side';

/** One or two people who walk together and do everything together. */
export interface Party {
  readonly members: readonly Walker[];
  readonly errands: Errand[];
  readonly home: StreetEnd;
  place: Place | 'gone';
  /** Spots reserved for the members, one each, while they stand at a shelf or walk to it. */
  spots: readonly Spot[];
}

/** Draws up what a customer wants: one to three stops at shelves, most then pay. */
export function errandsOf(random: Random): Errand[] {
  const stops = 1 + (random.chance(0.55) ? 1 : 0) + (random.chance(0.25) ? 1 : 0);
  const errands: Errand[] = [];
  for (let i = 0; i < stops; i++) errands.push(random.chance(0.5) ? 'back' : 'side');
  if (random.chance(0.65)) errands.push('register');
  return errands;
}

/** Gives the members of an idle party their next steps; afterwards `place` is where these end. */
export function planNext(party: Party, taken: Set<Spot>, random: Random): void {
  release(party, taken);
  const from = party.place;
  if (from === 'gone') return;
  for (;;) {
    const errand = party.errands.shift();
    if (errand === undefined) {
      goHome(party, from, random);
      return;
    }
    if (errand === 'register') {
      goPay(party, from, random);
      return;
    }
    if (goToShelf(party, { from, wanted: errand, taken }, random)) return;
  }
}

interface ShelfTrip {
  readonly from: Place;
  readonly wanted: Shelf;
  readonly taken: Set<Spot>;
}

/** To the wanted shelf, or to the other one when that is full; false when both are. */
function goToShelf(party: Party, { from, wanted, taken }: ShelfTrip, random: Random): boolean {
  for (const shelf of [wanted, wanted === 'back' ? 'side' : 'back'] as const) {
    const choices = freeSpots(shelf, party.members.length, taken);
    const spots = choices[Math.floor(random.next() * choices.length)];
    if (!spots) continue;
    for (const spot of spots) taken.add(spot);
    party.spots = spots;
    party.place = shelf;
    const route = routeInside(from, shelf, random);
    const forMs = random.between(4000, 18_000);
    party.members.forEach((member, i) => {
      const spot = spots[i];
      if (spot) member.steps.push(...walks(member, route), { kind: 'stand', ...spot, forMs });
    });
    return true;
  }
  return false;
}

/** Frees the spots that a party holds. */
export function release(party: Party, taken: Set<Spot>): void {
  for (const spot of party.spots) taken.delete(spot);
  party.spots = [];
}

/** Walking steps along a route, moved by the member's place in the party. */
export function walks(member: Walker, route: readonly FloorPoint[]): Step[] {
  return route.map((at) => ({ kind: 'walk', to: { x: at.x + member.offset.x, y: at.y + member.offset.y } }));
}

function goHome(party: Party, from: Place, random: Random): void {
  party.place = 'gone';
  const route = [...routeInside(from, 'door', random), ...routeOut(party.home, random)];
  for (const member of party.members) member.steps.push(...walks(member, route));
}

function goPay(party: Party, from: Place, random: Random): void {
  party.place = 'gone';
  const before = routeInside(from, 'register', random);
  const after = [...routeInside('register', 'door', random), ...routeOut(party.home, random)];
  const serviceMs = random.between(4000, 11_000);
  party.members.forEach((member, i) => {
    member.steps.push(...walks(member, before));
    member.steps.push({ kind: 'queue', serviceMs: i === 0 ? serviceMs : 2000 }, ...walks(member, after));
  });
}

/** All rows of `count` neighbouring spots at a shelf that are free. */
function freeSpots(shelf: Shelf, count: number, taken: ReadonlySet<Spot>): Spot[][] {
  const all = shelf === 'back' ? BACK_SPOTS : SIDE_SPOTS;
  const choices: Spot[][] = [];
  for (let first = 0; first + count <= all.length; first++) {
    const spots = all.slice(first, first + count);
    if (spots.every((spot) => !taken.has(spot))) choices.push(spots);
  }
  return choices;
}
