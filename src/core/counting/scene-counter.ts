import type { Track } from '../tracking/track.ts';
import type { CountingEvent } from './counting-event.ts';
import { createPartyBook } from './party.ts';
import type { Scene } from './scene.ts';
import { sightingOf } from './sighting.ts';
import { createExchangeBook } from './turn-back.ts';
import { closeVisitor, isVisiting, missVisitor, moveVisitor, openVisitor } from './visitor.ts';
import type { EventSink, Visitor } from './visitor.ts';

/** Counts what the people of one camera do: crossings, stays, visits and flow. */
export interface SceneCounter {
  /** Takes in the tracks of the frame captured at `atMs` and returns what became certain with it. */
  update(tracks: readonly Track[], atMs: number): readonly CountingEvent[];
  /** People confirmed in each zone now, by zone index; staff and staff zones are left out. */
  zonesNow(): readonly number[];
  /** Ends everything that is open at its last seen moment: the stream ended, or a gap began. */
  finish(): readonly CountingEvent[];
}

/** A counter for one run of one camera. Its memory grows with the people in view, never with visitors. */
export function createSceneCounter(scene: Scene): SceneCounter {
  const visitors = new Map<number, Visitor>();
  const exchanges = scene.lines.map(() => createExchangeBook());
  const parties = scene.lines.map(() => createPartyBook(scene.toFloor));

  function openSink(): EventSink {
    return {
      events: [],
      pairUp: (line, turnBack) => exchanges[line]?.pairUp(turnBack) ?? [],
      startsParty: (line, crossing) => parties[line]?.startsParty(crossing) ?? true,
    };
  }

  function follow(track: Track, atMs: number, sink: EventSink): void {
    const sighting = sightingOf(track, atMs);
    const visitor = visitors.get(track.id);
    if (visitor) {
      visitor.isBelieved ||= track.state !== 'tentative';
      if (sighting) moveVisitor(visitor, sighting, sink);
      else missVisitor(visitor, atMs, sink);
    } else if (sighting) {
      const arrived = openVisitor(scene, sighting);
      arrived.isBelieved = track.state !== 'tentative';
      visitors.set(track.id, arrived);
    }
  }

  function closeAllBut(alive: ReadonlySet<number>, sink: EventSink): readonly CountingEvent[] {
    for (const [id, visitor] of visitors) {
      if (alive.has(id)) continue;
      visitors.delete(id);
      closeVisitor(visitor, sink);
    }
    return sink.events;
  }

  return {
    update(tracks, atMs) {
      const sink = openSink();
      for (const track of tracks) follow(track, atMs, sink);
      return closeAllBut(new Set(tracks.map(({ id }) => id)), sink);
    },
    zonesNow: () => scene.zones.map((_, zone) => countVisiting(visitors.values(), zone)),
    finish: () => closeAllBut(new Set(), openSink()),
  };
}

function countVisiting(visitors: Iterable<Visitor>, zone: number): number {
  let count = 0;
  for (const visitor of visitors) if (isVisiting(visitor, zone)) count += 1;
  return count;
}
