import { describe, expect, it, test } from 'vitest';
import { isDate } from '../../../src/core/site/calendar-fields.ts';
import { parseSite } from '../../../src/core/site/parse-site.ts';
import type { Site } from '../../../src/core/site/site.ts';
import { faultOf } from '../../../workers/archive/write-gate.ts';
import { aSite } from '../../builders/site.ts';

const HOURS = { fromMinute: 600, toMinute: 120 };
const ALL = {
  week: [null, HOURS, HOURS, HOURS, HOURS, HOURS, HOURS],
  exceptions: [{ date: '2026-12-31', hours: null }],
  holidays: true,
  notes: [{ date: '2026-11-24', text: '冬のセール、雨' }],
};

function faultIn(calendar: unknown): string | null {
  const parsed = parseSite({ ...aSite(), calendar });
  return parsed.ok ? null : `${parsed.problem.detail?.field}: ${parsed.problem.detail?.reason}`;
}

describe('the calendar of a site', () => {
  it('is absent in settings from before there was one, which the gate still knows', () => {
    const parsed = parseSite(aSite());
    expect(parsed.ok && 'calendar' in parsed.value).toBe(false);
    expect(faultOf({ store: 'site', record: aSite() })).toBeNull();
  });

  it('comes back as it was typed, and passes the gate', () => {
    expect(parseSite({ ...aSite(), calendar: ALL })).toMatchObject({ ok: true, value: { calendar: ALL } });
    expect(faultOf({ store: 'site', record: { ...aSite(), calendar: ALL } })).toBeNull();
    const unset = { ...ALL, week: null, exceptions: [], notes: [] };
    expect(faultIn(unset)).toBeNull();
    expect(faultOf({ store: 'site', record: { ...aSite(), calendar: unset } })).toBeNull();
  });

  test.each([
    [{ ...ALL, week: ALL.week.slice(1) }, 'calendar.week: length'],
    [{ ...ALL, week: ALL.week.with(1, { ...HOURS, toMinute: 1440 }) }, 'calendar.week[1].toMinute: range'],
    [
      { ...ALL, exceptions: [{ date: '2026-02-30', hours: null }] },
      'calendar.exceptions[0].date: unknown-value',
    ],
    [{ ...ALL, exceptions: [ALL.exceptions[0], ALL.exceptions[0]] }, 'calendar.exceptions[1]: duplicate'],
    [{ ...ALL, notes: [{ date: '2026-11-24', text: '' }] }, 'calendar.notes[0].text: length'],
    [{ ...ALL, notes: [{ date: '2026-11-24', text: 'x'.repeat(81) }] }, 'calendar.notes[0].text: length'],
    [{ ...ALL, notes: [{ date: '2026-11-24', text: 'a\u202Eb' }] }, 'calendar.notes[0].text: type'],
    [{ ...ALL, holidays: 'yes' }, 'calendar.holidays: type'],
    [{ ...ALL, picture: 'x' }, 'calendar.picture: unknown-field'],
  ])('%#: is refused by name', (calendar, fault) => {
    expect(faultIn(calendar)).toBe(fault);
  });

  test.each([
    { ...ALL, picture: new Uint8Array(64) },
    { ...ALL, notes: [{ date: '2026-11-24', text: 'x'.repeat(81) }] },
    { ...ALL, notes: [{ date: '2026-11-24', text: new Uint8Array(8) }] },
    { ...ALL, week: [HOURS] },
  ])('%#: is refused by the gate too', (calendar) => {
    expect(faultOf({ store: 'site', record: { ...aSite(), calendar } as unknown as Site })).not.toBeNull();
  });

  it('knows the days that there are', () => {
    expect(['2028-02-29', '2026-02-29', '2026-13-01', '24.11.2026'].map(isDate)).toEqual([
      true,
      false,
      false,
      false,
    ]);
  });
});
