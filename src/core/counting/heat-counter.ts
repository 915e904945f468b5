import { contains } from '../geometry/polygon.ts';
import type { ScenePoint } from '../geometry/point.ts';
import type { Track } from '../tracking/track.ts';
import type { HeatGrid } from './heat-grid.ts';
import type { Scene } from './scene.ts';
import { sightingOf } from './sighting.ts';

/** Time that somebody spent in a cell. */
export interface HeatStay {
  readonly cell: number;
  readonly ms: number;
  /** The first time in this cell of this track: what the count of people rests on. */
  readonly isNew: boolean;
}

/** Adds up where people are: person-time by cell, without the staff. */
export interface HeatCounter {
  /**
   * Takes in the tracks of the frame captured at `atMs` and returns the time since their sightings before, in the
   * order of cells: which stay is whose does not show.
   */
  update(tracks: readonly Track[], atMs: number): readonly HeatStay[];
  /** A gap: nobody's time goes on over it. */
  interrupt(): void;
}

/** Time between two sightings up to this is counted, as for zones; of longer losses nobody knows where it was spent. */
const BRIDGE_MS = 1000;

interface Warmth {
  readonly isStaff: boolean;
  seen: { readonly atMs: number; readonly cell: number | null };
  /** Cells of the grid in which this track has been; forgotten with the track. */
  readonly known: Set<number>;
}

/** A counter for one run of one camera. Its memory grows with the people in view, never with visitors. */
export function createHeatCounter(grid: HeatGrid, scene: Scene): HeatCounter {
  const people = new Map<number, Warmth>();
  const isStaffPlace = (at: ScenePoint): boolean =>
    scene.zones.some(({ kind, polygon }) => kind === 'staff' && contains(polygon, at));

  function follow(track: Track, atMs: number): readonly HeatStay[] {
    const sighting = sightingOf(track, atMs);
    if (!sighting) return [];
    const cell = grid.cellOf(sighting.ground);
    const person = people.get(track.id);
    if (!person) {
      const isStaff = isStaffPlace(sighting.ground);
      people.set(track.id, { isStaff, seen: { atMs, cell }, known: new Set() });
      return [];
    }
    const { seen } = person;
    // Somebody not yet believed waits with the time of the first sighting: it counts once they are.
    if (track.state === 'tentative') return [];
    person.seen = { atMs, cell };
    const ms = atMs - seen.atMs;
    return ms > BRIDGE_MS || person.isStaff ? [] : staysOf(person, [seen.cell, cell], ms);
  }

  return {
    update(tracks, atMs) {
      const stays = tracks.flatMap((track) => follow(track, atMs));
      const alive = new Set(tracks.map(({ id }) => id));
      for (const id of people.keys()) if (!alive.has(id)) people.delete(id);
      return stays.toSorted((a, b) => a.cell - b.cell || a.ms - b.ms || Number(a.isNew) - Number(b.isNew));
    },
    interrupt() {
      people.clear();
    },
  };
}

/** Half of the time belongs to where the person was, half to where the person is. */
function staysOf(
  { known }: Warmth,
  [before, now]: readonly [number | null, number | null],
  ms: number,
): readonly HeatStay[] {
  const parts = before === now ? [{ cell: now, ms }] : [before, now].map((cell) => ({ cell, ms: ms / 2 }));
  return parts.flatMap(({ cell, ms: part }) => {
    if (cell === null) return [];
    const isNew = !known.has(cell);
    known.add(cell);
    return [{ cell, ms: part, isNew }];
  });
}
