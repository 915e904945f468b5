import type { LineFindings } from './line-findings.ts';
import type { ZoneFindings } from './zone-findings.ts';

/** What is wrong with a place, with the number that says so. `of`: how many people it rests on. */
export type PlacementWarning =
  /** Nothing can be said yet: fewer people (for a line: crossings) than needed. */
  | { readonly code: 'too-few-to-judge'; readonly seen: number; readonly needed: number }
  /** Share of the people who stand on the line, or on the zone's edge. */
  | { readonly code: 'people-stop-here'; readonly share: number; readonly of: number }
  /** Share whose track begins or ends beside the line, or inside the zone. */
  | { readonly code: 'paths-end-here'; readonly share: number; readonly of: number }
  /** Share of the time in which people are hidden or hardly seen. */
  | { readonly code: 'often-hidden'; readonly share: number; readonly of: number }
  /** Median height of people in the picture that the network sees, pixels. */
  | { readonly code: 'people-too-small'; readonly pixels: number; readonly of: number }
  /** Median angle at which the line is crossed, degrees. */
  | { readonly code: 'small-angle'; readonly degrees: number; readonly of: number };

/** From where on a place is warned about. Ours; shares are 0–1. */
export const PLACEMENT_LIMITS = {
  /** Crossings of a line, people in a zone, before anything is said. */
  leastSeen: 20,
  stops: 0.15,
  ends: 0.25,
  hidden: 0.3,
  /** Height of a person for the network: below it detectors miss more and more. */
  leastPixels: 32,
  leastDegrees: 30,
} as const;

/** `inputPixels`: pixels of the network's input for one picture height. */
export function warnAboutLine(findings: LineFindings, inputPixels: number): readonly PlacementWarning[] {
  const { people, crossings, stops, ends, hidden, angleDegrees, height } = findings;
  if (crossings < PLACEMENT_LIMITS.leastSeen && people < PLACEMENT_LIMITS.leastSeen) {
    return [{ code: 'too-few-to-judge', seen: crossings, needed: PLACEMENT_LIMITS.leastSeen }];
  }
  const isSlanted =
    angleDegrees !== null &&
    crossings >= PLACEMENT_LIMITS.leastSeen &&
    angleDegrees < PLACEMENT_LIMITS.leastDegrees;
  return [
    ...warnOfShares({ stops, ends, hidden }, people),
    ...warnOfSize(height, people, inputPixels),
    ...(isSlanted ? [{ code: 'small-angle' as const, degrees: angleDegrees, of: crossings }] : []),
  ];
}

/** As `warnAboutLine`. */
export function warnAboutZone(findings: ZoneFindings, inputPixels: number): readonly PlacementWarning[] {
  const { people, edgeStops, ends, hidden, height } = findings;
  if (people < PLACEMENT_LIMITS.leastSeen) {
    return [{ code: 'too-few-to-judge', seen: people, needed: PLACEMENT_LIMITS.leastSeen }];
  }
  return [
    ...warnOfShares({ stops: edgeStops, ends, hidden }, people),
    ...warnOfSize(height, people, inputPixels),
  ];
}

function warnOfShares(
  shares: { readonly stops: number | null; readonly ends: number | null; readonly hidden: number | null },
  of: number,
): readonly PlacementWarning[] {
  const checks = [
    { code: 'people-stop-here' as const, share: shares.stops ?? 0, limit: PLACEMENT_LIMITS.stops },
    { code: 'paths-end-here' as const, share: shares.ends ?? 0, limit: PLACEMENT_LIMITS.ends },
    { code: 'often-hidden' as const, share: shares.hidden ?? 0, limit: PLACEMENT_LIMITS.hidden },
  ];
  return checks.flatMap(({ code, share, limit }) => (share >= limit ? [{ code, share, of }] : []));
}

function warnOfSize(height: number | null, of: number, inputPixels: number): readonly PlacementWarning[] {
  const pixels = (height ?? Infinity) * inputPixels;
  return pixels < PLACEMENT_LIMITS.leastPixels ? [{ code: 'people-too-small', pixels, of }] : [];
}
