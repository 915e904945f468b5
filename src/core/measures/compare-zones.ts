import {
  changeOf,
  type CompareContext,
  type ComparedFigure,
  type ComparedPeriod,
  type ComparedSide,
} from './compared-figure.ts';
import type { CountedSite, FiguredZone } from './counted-site.ts';
import { changesAmong } from './counted-with.ts';
import { addBands, emptyBands, quantileOfBands, sumBands, type BandCounts } from './dwell-bands.ts';
import { MEASURED_FROM } from './data-status.ts';
import type { IntervalFigures, ZoneFigures } from './figures.ts';
import type { PartCoverage } from './line-sums.ts';
import { isAsLong, matchPeriods, type MatchedPeriods, type PeriodPart } from './matched-periods.ts';
import { cameraCoverage, countedTime, wantedS } from './open-coverage.ts';
import { coverageRate } from './ratios.ts';

/** A zone and the camera that counts it. */
interface PlacedZone {
  readonly zone: FiguredZone;
  readonly camera: number;
}

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
  const zones = [...site.zones.values()];
  const ordered = [
    ...zones.filter(({ zone }) => zone.kind === 'queue'),
    ...zones.filter(({ zone }) => zone.kind === 'area'),
  ];
  return ordered.flatMap((placed) => {
    const { zone } = placed;
    const matched = matchZone(before, after, placed);
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
function matchZone(
  before: ComparedPeriod,
  after: ComparedPeriod,
  zone: PlacedZone,
): MatchedPeriods<ZonePart> {
  const isWhole = wholeInBoth(before, after, zone);
  const partsOf = ({ days, hours }: ComparedPeriod): readonly PeriodPart<ZonePart>[] => {
    const hoursOf = hoursOfDays(hours);
    return [
      ...days
        .filter(({ day }) => isWhole(day))
        .map(({ day, figures }) => toPart(figures, zone, { place: `${day}`, hours: hoursOf.get(day) ?? 0 })),
      ...hours
        .filter(({ day }) => !isWhole(day))
        .map(({ day, minute, figures }) => toPart(figures, zone, { place: `${day}:${minute}`, hours: 1 })),
    ];
  };
  return matchPeriods(partsOf(before), partsOf(after));
}

/**
 * Days of which zones are compared hour by hour: both periods have figures of them, and some zone cannot be told as a
 * whole in both. Of all other days the detail of hours changes nothing.
 */
export function daysToldByHours(
  before: Pick<ComparedPeriod, 'days'>,
  after: Pick<ComparedPeriod, 'days'>,
  site: CountedSite,
): readonly number[] {
  const known = new Set(before.days.map(({ day }) => day));
  const wholes = [...site.zones.values()].map((zone) => wholeInBoth(before, after, zone));
  return after.days
    .map(({ day }) => day)
    .filter((day) => known.has(day) && wholes.some((isWhole) => !isWhole(day)));
}

function wholeInBoth(
  before: Pick<ComparedPeriod, 'days'>,
  after: Pick<ComparedPeriod, 'days'>,
  zone: PlacedZone,
): (day: number) => boolean {
  const [past, present] = [wholeDays(before, zone), wholeDays(after, zone)];
  return (day) => {
    const [one, other] = [past.get(day), present.get(day)];
    return one !== undefined && other !== undefined && isAsLong(one, other);
  };
}

/** Hours that each day has. */
function hoursOfDays(hours: ComparedPeriod['hours']): ReadonlyMap<number, number> {
  const counts = new Map<number, number>();
  for (const { day } of hours) counts.set(day, (counts.get(day) ?? 0) + 1);
  return counts;
}

/** Days that are measured whole, with the seconds that were to be measured. */
function wholeDays({ days }: Pick<ComparedPeriod, 'days'>, zone: PlacedZone): ReadonlyMap<number, number> {
  const coverages = days.map(({ day, figures }) => [day, coverageOf(figures, zone)] as const);
  return new Map(
    coverages.flatMap(([day, { coverage, wantedS }]) =>
      (coverage ?? 0) >= MEASURED_FROM ? [[day, wantedS] as const] : [],
    ),
  );
}

function toPart(
  figures: IntervalFigures,
  zone: PlacedZone,
  { place, hours }: { readonly place: string; readonly hours: number },
): PeriodPart<ZonePart> {
  const bands = detailOf(figures, zone)?.dwellBands ?? emptyBands();
  return {
    place,
    ...coverageOf(figures, zone),
    isClosed: figures.status === 'closed',
    value: { bands, configIds: figures.configIds, hours },
  };
}

/** The camera's, as far as the zone's detail stands for it: what is not shown or was lost counts as not measured. */
function coverageOf(figures: IntervalFigures, zone: PlacedZone): PartCoverage {
  const detail = detailOf(figures, zone);
  const camera = figures.cameras.find(({ camera: id }) => id === zone.camera);
  if (!camera) return { coverage: null, wantedS: 0 };
  const [coverage, told] = [
    cameraCoverage(camera),
    coverageRate(detail?.dwellBands ? detail.measuredS : 0, camera.measuredS),
  ];
  const isKnown = coverage !== null && told !== null && figures.status !== 'open';
  return { coverage: isKnown ? coverage * told : null, wantedS: wantedS(countedTime(camera)) };
}

function detailOf({ zones }: IntervalFigures, { zone }: PlacedZone): ZoneFigures | undefined {
  return zones.find((figures) => figures.zone === zone.id);
}
