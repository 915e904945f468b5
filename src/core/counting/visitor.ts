import { contains } from '../geometry/polygon.ts';
import type { CountingEvent } from './counting-event.ts';
import { CROSSING_RULES, closePassage, movePassage, openPassage } from './line-crossing.ts';
import type { Crossing, LinePassage } from './line-crossing.ts';
import type { Scene } from './scene.ts';
import type { Sighting } from './sighting.ts';
import { moveTurnBack, openTurnBack } from './turn-back.ts';
import type { TurnBack, TurnBackWatch } from './turn-back.ts';
import { closePresence, isPresent, missPresence, movePresence, openPresence } from './zone.ts';
import type { ZonePresence, ZoneReport } from './zone.ts';

/** All that is kept of one person, from their first sighting until their track is gone. */
export interface Visitor {
  /** They began in a staff zone. */
  readonly staff: boolean;
  readonly passages: readonly LinePassage[];
  /** By line index, as passages. */
  readonly turnBacks: readonly TurnBackWatch[];
  /** By zone index; staff zones have none. */
  readonly presences: readonly (ZonePresence | null)[];
  /** Nothing is reported of somebody whose track was never confirmed. */
  isBelieved: boolean;
  /** The zone that this person's newest confirmed visit was to. */
  latestZone: number | null;
}

/** Where events go; what a turn back amounts to, and whether a crossing starts a party, is for the line to say. */
export interface EventSink {
  readonly events: CountingEvent[];
  readonly pairUp: (line: number, turnBack: TurnBack) => readonly Crossing[];
  readonly startsParty: (line: number, crossing: Crossing) => boolean;
}

/** Begins to count a person. */
export function openVisitor(scene: Scene, first: Sighting): Visitor {
  return {
    staff: scene.zones.some(({ kind, polygon }) => kind === 'staff' && contains(polygon, first.ground)),
    passages: scene.lines.map((line) => openPassage(line, CROSSING_RULES, first)),
    turnBacks: scene.lines.map((line) => openTurnBack(line, first)),
    presences: scene.zones.map((zone) => (zone.kind === 'staff' ? null : openPresence(zone, first))),
    isBelieved: false,
    latestZone: null,
  };
}

/** Takes in where the person stands now. */
export function moveVisitor(visitor: Visitor, sighting: Sighting, sink: EventSink): void {
  visitor.passages.forEach((passage, line) => {
    for (const crossing of movePassage(passage, sighting, visitor.isBelieved)) {
      reportCrossing({ visitor, sink }, line, crossing);
    }
  });
  visitor.turnBacks.forEach((watch, line) => {
    const turnBack = moveTurnBack(watch, sighting);
    if (!turnBack || !visitor.isBelieved || visitor.staff) return;
    for (const crossing of sink.pairUp(line, turnBack)) reportCrossing({ visitor, sink }, line, crossing);
  });
  visitor.presences.forEach((presence, zone) => {
    if (presence) reportZone({ visitor, sink }, zone, movePresence(presence, sighting, visitor.isBelieved));
  });
}

/** The person is not seen in this frame. */
export function missVisitor(visitor: Visitor, atMs: number, sink: EventSink): void {
  visitor.presences.forEach((presence, zone) => {
    if (presence) reportZone({ visitor, sink }, zone, missPresence(presence, atMs));
  });
}

/** The person is gone for good: everything open ends at its last seen moment. */
export function closeVisitor(visitor: Visitor, sink: EventSink): void {
  if (!visitor.isBelieved) return;
  visitor.passages.forEach((passage, line) => {
    const crossing = closePassage(passage);
    if (crossing) reportCrossing({ visitor, sink }, line, crossing);
  });
  visitor.presences.forEach((presence, zone) => {
    const visit = presence && closePresence(presence);
    if (visit) sink.events.push({ kind: 'visit', zone, ...visit, staff: visitor.staff });
  });
}

/** True while the person counts as being in the zone. */
export function isVisiting({ staff, presences }: Visitor, zone: number): boolean {
  const presence = presences[zone];
  return !staff && presence !== null && presence !== undefined && isPresent(presence);
}

interface Reporting {
  readonly visitor: Visitor;
  readonly sink: EventSink;
}

function reportCrossing({ visitor, sink }: Reporting, line: number, crossing: Crossing): void {
  const { direction, atMs } = crossing;
  const startsParty = sink.startsParty(line, crossing);
  sink.events.push({ kind: 'crossing', line, direction, atMs, startsParty, staff: visitor.staff });
}

function reportZone({ visitor, sink }: Reporting, zone: number, report: ZoneReport): void {
  const { staff } = visitor;
  const { isNew, stay, visit } = report;
  if (isNew && stay) {
    const from = visitor.latestZone;
    if (from !== null && from !== zone) {
      sink.events.push({ kind: 'flow', from, to: zone, atMs: stay.fromMs, staff });
    }
    visitor.latestZone = zone;
  }
  if (stay) sink.events.push({ kind: 'stay', zone, ...stay, staff });
  if (visit) sink.events.push({ kind: 'visit', zone, ...visit, staff });
}
