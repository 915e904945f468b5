import type { ComparedFigure, FigureVerdict } from '../../core/measures/compared-figure.ts';
import type { CountingChange } from '../../core/measures/counted-with.ts';
import type { Baseline, Span } from '../../state/compare-periods.ts';

const verdicts: Readonly<Record<FigureVerdict, string>> = {
  'within-error': 'Within the error: no difference can be told',
  more: 'More',
  less: 'Less',
  'not-checked': 'Error not known: cannot be told',
  'nothing-counted': 'Nobody counted: cannot be compared',
  changed: 'Counted differently: cannot be compared',
  'nothing-matched': 'No hour was measured in both',
};

const changes: Readonly<Record<CountingChange, string>> = {
  lines: 'a line, mask or detection range',
  zones: 'an area',
  rules: 'the counting rules',
  model: 'the detector',
};

const figures: Readonly<Record<ComparedFigure['kind'], string>> = {
  in: 'In',
  out: 'Out',
  passersby: 'Passers-by',
  'capture-rate': 'Capture rate',
  conversion: 'Conversion',
  visits: 'Visits',
  dwell: 'Stay (median)',
  wait: 'Wait (median)',
};

const spans: Readonly<Record<Span, string>> = {
  day: 'This day',
  week: 'This week',
  range: 'Choose',
};

const baselines: Readonly<Record<Span, Readonly<Record<Baseline, string>>>> = {
  day: {
    before: 'Day before',
    week: 'Same weekday, a week before',
    year: 'Same weekday, a year before',
    range: 'Choose',
  },
  week: { before: 'Week before', week: 'Week before', year: 'Same week, a year before', range: 'Choose' },
  range: {
    before: 'Just before',
    week: 'Same weekdays before',
    year: 'Same weekdays, a year before',
    range: 'Choose',
  },
};

const points = (share: number): string => `${Math.abs(share * 100).toFixed(1)} points`;

export const compareEn = {
  error: (plusMinus: string, day: string) => `±${plusMinus}, last check ${day}`,
  unchecked: 'error not known',
  occupancyAverage: 'In the store (average)',
  occupancyMost: (people: string) => `at most ${people}`,
  occupancyEnd: (people: string, error: string) => `${people} at the end (${error})`,
  captureRate: (percent: string) => `capture rate ${percent}`,
  plusMinus: (value: string) => `±${value}`,
  points,
  signedPoints: (share: number) => `${share > 0 ? '+' : share < 0 ? '−' : ''}${points(share)}`,
  title: 'Compare',
  span: 'Period',
  spans,
  baseline: 'With',
  baselines,
  from: 'From',
  to: 'To',
  otherFrom: 'With: from',
  otherTo: 'With: to',
  period: (from: string, to: string) => (from === to ? from : `${from} – ${to}`),
  table: 'Both periods side by side',
  figure: 'Figure',
  difference: 'Difference',
  interval: 'Its 95 % interval',
  verdict: 'What it says',
  figures,
  ofZone: (zone: string, figure: string) => `${zone}: ${figure}`,
  difference100: (difference: string, share: string) => `${difference} (${share})`,
  between: (from: string, to: string) => `${from} to ${to}`,
  verdicts,
  matched: (hours: number) =>
    `Compares ${hours} ${hours === 1 ? 'hour' : 'hours'} that were measured in both periods.`,
  leftOut: (hours: number) =>
    `${hours} ${hours === 1 ? 'hour is' : 'hours are'} left out of both: not measured in one of them, or not over yet.`,
  matchedOpen: (hours: number) =>
    `Compares ${hours} ${hours === 1 ? 'hour' : 'hours'} in which the store was open as long in both periods and that were measured in both.`,
  leftOutOpen: (hours: number) =>
    `${hours} ${hours === 1 ? 'hour is' : 'hours are'} left out of both: not measured or not open as long in one of them, or not over yet.`,
  broken: 'Break in the series',
  brokenText: (list: string) =>
    `Between or within these periods ${list} changed. A difference may come from that and not from your customers.`,
  changes,
  changesSeparator: ' and ',
  loading: 'Comparing …',
  failed: 'The figures could not be compared.',
  empty: (period: string) =>
    `There is nothing to compare with: no hour of ${period} was measured in both periods.`,
  emptyHint:
    'After a day of counting you can compare with the day before, after a week with the same weekday. Or choose two periods that have figures.',
  emptyDemo:
    'The demo store has figures only since it was opened. With a camera of your own you can compare with the day before after a day, and with the same weekday after a week.',
  why: 'The interval comes from the accuracy checks of the lines, corrected for their bias. Where it contains 0, no difference can be claimed. Areas are not checked, so nothing is claimed for them; hours with too few people to be shown are left out of them too.',
};

export type CompareMessages = typeof compareEn;
