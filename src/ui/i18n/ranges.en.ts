/** Looking back at more than one day. */
export const rangesEn = {
  span: 'Days',
  spans: { day: 'Day', week: 'Week', month: 'Month', range: 'Dates' },
  weekBy: { day: 'Days', hour: 'Hours' },
  hoursHint:
    'Hours before the first and after the last in which anybody went in or out on any of the days are left out.',
  hoursHintOpen:
    'Hours before the first and after the last in which the store was open, or anybody went in or out, on any of the days are left out.',
  shown: 'The days shown',
  previous: { day: 'Previous day', week: 'Previous week', month: 'Previous month', range: 'Earlier' },
  next: { day: 'Next day', week: 'Next week', month: 'Next month', range: 'Later' },
  period: (from: string, to: string) => `${from} – ${to}`,
  total: 'All days',
  broken: (days: string) =>
    `◆ ${days}: lines, areas, counting rules or the detector changed. Do not read the figures before and after as one series.`,
  whyCoverage: (percent: string) =>
    `Measured: seconds measured ÷ seconds so far. These days: ${percent}. What was not measured is left out, never estimated.`,
  configChanged:
    'Lines, areas, counting rules or the detector changed within these days (◆). Figures before and after may not be comparable.',
  pattern: 'In by weekday and hour',
  patternHint: 'Average for each hour. Hours that were not fully measured are left out.',
  patternHintOpen:
    'Average for each hour. Left out: hours in which the store was closed, and hours that were not fully measured while it was open.',
  closedMark: '–',
  patternNone: 'not measured',
  weekday: 'Weekday',
  weekdays: ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'] as readonly string[],
  hour: (hour: number) => `${hour}:00`,
};

export type RangesMessages = typeof rangesEn;
