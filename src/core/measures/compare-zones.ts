import {
  changeOf,
  type CompareContext,
  type ComparedFigure,
  type ComparedPeriod,
  type ComparedSide,
} from './compared-figure.ts';
import type { FiguredZone } from './counted-site.ts';
import { changesAmong } from './counted-with.ts';
import { addBands, emptyBands, quantileOfBands, sumBands, type BandCounts } from './dwell-bands.ts';
import { MEASURED_FROM } from './data-status.ts';
import type { IntervalFigures, ZoneFigures } from './figures.ts';
import { matchPeriods, type MatchedPeriods, type PeriodPart } from './matched-periods.ts';
import { coverageRate } from './ratios.ts';

interface ZonePart {
  readonly bands: BandCounts;
  readonly configIds: readonly number[];
  /** Hours that it stands for. */
  readonly hours: number;
}

/**
 * Visits and the median stay of each zone, queues first. No check says how well stays are counted, so none of the
 * differences is ever claimed.
 */
export function compareZones(
  before: ComparedPeriod,
  after: ComparedPeriod,
  { site, configurations }: CompareContext,
): readonly ComparedFigure[] {
  const zones = [...site.zones.values()].map(({ zone }) => zone);
  const ordered = [
    ...zones.filter(({ kind }) => kind === 'queue'),
    ...zones.filter(({ kind }) => kind === 'area'),
  ];
  return ordered.flatMap((zone) => {
    const matched = matchZone(before, after, zone.id);
    const configIds = [...matched.before, ...matched.after].flatMap((part) => part.configIds);
    const changes = changesAmong(configurations, configIds, 'zones');
    return (['visits', zone.kind === 'queue' ? 'wait' : 'dwell'] as const).map((kind) =>
      toFigure({ kind, zone, matched, changes }),
    );
  });
}

function toFigure({
  kind,
  zone,
  matched,
  changes,
}: {
  readonly kind: 'visits' | 'dwell' | 'wait';
  readonly zone: FiguredZone;
  readonly matched: MatchedPeriods<ZonePart>;
  readonly changes: ComparedFigure['changes'];
}): ComparedFigure {
  const [before, after] = [sideOf(kind, matched.before), sideOf(kind, matched.after)];
  return {
    kind,
    zone: zone.id,
    before,
    after,
    change: changeOf(kind, before, after),
    range: null,
    verdict: matched.after.length === 0 ? 'nothing-matched' : changes.length > 0 ? 'changed' : 'not-checked',
    matchedHours: matched.after.reduce((sum, { hours }) => sum + hours, 0),
    leftOutHours: matched.leftOut,
    changes,
  };
}

function sideOf(kind: 'visits' | 'dwell' | 'wait', parts: readonly ZonePart[]): ComparedSide | null {
  if (parts.length === 0) return null;
  const bands = parts.map((part) => part.bands).reduce(addBands, emptyBands());
  const value = kind === 'visits' ? sumBands(bands) : quantileOfBands(bands, 0.5);
  return value === null ? null : { value, plusMinus: null };
}

/**
 * Days that can be told as a whole in both periods; of all others the hours that can. What is told of a day holds the
 * hours with too few people to be told by themselves.
 */
function matchZone(before: ComparedPeriod, after: ComparedPeriod, zone: number): MatchedPeriods<ZonePart> {
  const [past, present] = [wholeDays(before, zone), wholeDays(after, zone)];
  const isWhole = (day: number): boolean => past.has(day) && present.has(day);
  const partsOf = ({ days, hours }: ComparedPeriod): readonly PeriodPart<ZonePart>[] => [
    ...days
      .filter(({ day }) => isWhole(day))
      .map(({ day, figures }) =>
        toPart(figures, zone, { place: `${day}`, hours: hours.filter((hour) => hour.day === day).length }),
      ),
    ...hours
      .filter(({ day }) => !isWhole(day))
      .map(({ day, minute, figures }) => toPart(figures, zone, { place: `${day}:${minute}`, hours: 1 })),
  ];
  return matchPeriods(partsOf(before), partsOf(after));
}

function wholeDays({ days }: ComparedPeriod, zone: number): ReadonlySet<number> {
  const whole = days.filter(({ figures }) => (coverageOf(figures, zone) ?? 0) >= MEASURED_FROM);
  return new Set(whole.map(({ day }) => day));
}

function toPart(
  figures: IntervalFigures,
  zone: number,
  { place, hours }: { readonly place: string; readonly hours: number },
): PeriodPart<ZonePart> {
  const bands = zoneOf(figures, zone)?.dwellBands ?? emptyBands();
  return {
    place,
    coverage: coverageOf(figures, zone),
    value: { bands, configIds: figures.configIds, hours },
  };
}

/** Of the zone's own detail: what is not shown or was lost counts as not measured. */
function coverageOf(figures: IntervalFigures, zone: number): number | null {
  const found = zoneOf(figures, zone);
  if (!found?.dwellBands || figures.status === 'open') return null;
  return coverageRate(found.measuredS, (figures.toMs - figures.fromMs) / 1000);
}

function zoneOf({ zones }: IntervalFigures, id: number): ZoneFigures | undefined {
  return zones.find(({ zone }) => zone === id);
}
