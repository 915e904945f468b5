import { contains, edgeCuts } from '../geometry/polygon.ts';
import type { SceneZone } from './scene.ts';
import type { Sighting } from './sighting.ts';

/** A span of capture time, ms. */
export interface Span {
  readonly fromMs: number;
  readonly toMs: number;
}

/** What a zone's machine reports of one person: time that became certain, and a visit that ended. */
export interface ZoneReport {
  /** True when this frame makes the visit a confirmed one. */
  readonly isNew: boolean;
  readonly stay: Span | null;
  readonly visit: Span | null;
}

interface Visit {
  readonly fromMs: number;
  /** Last moment inside that was seen. */
  toMs: number;
  /** Up to here the stay has been reported; null until the visit is confirmed. */
  reportedToMs: number | null;
  /** The person was outside when last seen. */
  isOut: boolean;
}

/** One person's path as one zone sees it: small, and of constant size. */
export interface ZonePresence {
  readonly zone: SceneZone;
  before: Sighting;
  isInside: boolean;
  visit: Visit | null;
}

const NOTHING: ZoneReport = { isNew: false, stay: null, visit: null };

/** Begins to watch a person for a zone. */
export function openPresence(zone: SceneZone, first: Sighting): ZonePresence {
  const isInside = contains(zone.polygon, first.ground);
  return { zone, before: first, isInside, visit: isInside ? newVisit(first.atMs) : null };
}

/** Takes in the next sighting. `isBelieved` lets a visit be confirmed. */
export function movePresence(presence: ZonePresence, sighting: Sighting, isBelieved: boolean): ZoneReport {
  const { zone, before, isInside: wasInside } = presence;
  if (sighting.atMs - before.atMs > zone.timing.bridgeMs) {
    const visit = closePresence(presence);
    Object.assign(presence, openPresence(zone, sighting));
    return { ...NOTHING, visit };
  }
  const isInside = contains(zone.polygon, sighting.ground);
  const edgeMs = wasInside === isInside ? sighting.atMs : edgeMoment(presence, sighting);
  presence.before = sighting;
  presence.isInside = isInside;
  return isInside
    ? stayInside(presence, { edgeMs, atMs: sighting.atMs, isBelieved })
    : stayOutside(presence, { edgeMs, atMs: sighting.atMs, isBelieved });
}

/** A sighting on one side, and when the edge was passed if it was on the other before. */
interface Moment {
  readonly edgeMs: number;
  readonly atMs: number;
  readonly isBelieved: boolean;
}

function stayInside(presence: ZonePresence, { edgeMs, atMs, isBelieved }: Moment): ZoneReport {
  presence.visit ??= newVisit(edgeMs);
  presence.visit.toMs = atMs;
  presence.visit.isOut = false;
  return confirm(presence, isBelieved);
}

function stayOutside(presence: ZonePresence, { edgeMs, atMs, isBelieved }: Moment): ZoneReport {
  const { visit, zone } = presence;
  if (!visit) return NOTHING;
  if (!visit.isOut) visit.toMs = edgeMs;
  visit.isOut = true;
  const report = confirm(presence, isBelieved);
  if (visit.reportedToMs === null) presence.visit = null;
  const isOver = atMs - visit.toMs >= zone.timing.leaveMs;
  return { ...report, visit: isOver ? closePresence(presence) : null };
}

/** Time passes without a sighting; a loss that is too long to be bridged ends the visit at the last seen moment. */
export function missPresence(presence: ZonePresence, atMs: number): ZoneReport {
  if (atMs - presence.before.atMs <= presence.zone.timing.bridgeMs) return NOTHING;
  return { ...NOTHING, visit: closePresence(presence) };
}

/** Ends the watch; returns the visit that was open and confirmed, ended at the last seen moment inside. */
export function closePresence(presence: ZonePresence): Span | null {
  const { visit } = presence;
  presence.visit = null;
  return visit && visit.reportedToMs !== null ? { fromMs: visit.fromMs, toMs: visit.toMs } : null;
}

/** True while a confirmed visit is open and the person was inside when last seen. */
export function isPresent({ visit }: ZonePresence): boolean {
  return visit !== null && visit.reportedToMs !== null && !visit.isOut;
}

function newVisit(fromMs: number): Visit {
  return { fromMs, toMs: fromMs, reportedToMs: null, isOut: false };
}

function confirm({ visit, zone }: ZonePresence, isBelieved: boolean): ZoneReport {
  if (!visit || !isBelieved) return NOTHING;
  const isNew = visit.reportedToMs === null;
  if (isNew && visit.toMs - visit.fromMs < zone.timing.enterMs) return NOTHING;
  const fromMs = visit.reportedToMs ?? visit.fromMs;
  visit.reportedToMs = visit.toMs;
  return { isNew, stay: visit.toMs > fromMs ? { fromMs, toMs: visit.toMs } : null, visit: null };
}

/** When the step from the last sighting passed the zone's edge: the last way in, or the first way out. */
function edgeMoment({ zone, before, isInside }: ZonePresence, sighting: Sighting): number {
  const shares = edgeCuts({ from: before.ground, to: sighting.ground }, zone.polygon);
  const share = (isInside ? shares[0] : shares[shares.length - 1]) ?? 0.5;
  return before.atMs + share * (sighting.atMs - before.atMs);
}
