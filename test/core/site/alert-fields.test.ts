import { describe, expect, it, test } from 'vitest';
import { NO_ALERTS } from '../../../src/core/alerts/alert-settings.ts';
import { parseSite } from '../../../src/core/site/parse-site.ts';
import type { Site } from '../../../src/core/site/site.ts';
import { aSite } from '../../builders/site.ts';
import { faultOf } from '../../../workers/archive/write-gate.ts';

const ALL = {
  occupancyLimit: 40,
  queues: [{ zone: 3, length: 5, waitMinutes: null }],
  cameraStoppedMinutes: 2,
  coverageBelow: 90,
  repeatMinutes: 5,
  sound: true,
  notify: false,
  quiet: { fromMinute: 1320, toMinute: 420 },
};

function faultIn(alerts: unknown): string | null {
  const parsed = parseSite({ ...aSite(), alerts });
  return parsed.ok ? null : `${parsed.problem.detail?.field}: ${parsed.problem.detail?.reason}`;
}

describe('the alerts of a site', () => {
  it('are none in settings from before there were alerts, which the gate still knows', () => {
    const before: Partial<Site> = { ...aSite() };
    delete (before as { alerts?: unknown }).alerts;
    expect(parseSite(before)).toMatchObject({ ok: true, value: { alerts: NO_ALERTS } });
    expect(faultOf({ store: 'site', record: before as Site })).toBeNull();
  });

  it('come back as they were typed, and pass the gate', () => {
    const parsed = parseSite({ ...aSite(), alerts: ALL });
    expect(parsed).toMatchObject({ ok: true, value: { alerts: ALL } });
    expect(faultOf({ store: 'site', record: { ...aSite(), alerts: ALL } })).toBeNull();
  });

  test.each([
    [{ ...ALL, occupancyLimit: 0 }, 'alerts.occupancyLimit: range'],
    [{ ...ALL, occupancyLimit: 1.5 }, 'alerts.occupancyLimit: type'],
    [{ ...ALL, coverageBelow: 101 }, 'alerts.coverageBelow: range'],
    [{ ...ALL, cameraStoppedMinutes: 61 }, 'alerts.cameraStoppedMinutes: range'],
    [{ ...ALL, repeatMinutes: 0 }, 'alerts.repeatMinutes: range'],
    [{ ...ALL, sound: 1 }, 'alerts.sound: type'],
    [{ ...ALL, quiet: { fromMinute: 0, toMinute: 1440 } }, 'alerts.quiet.toMinute: range'],
    [{ ...ALL, queues: [{ zone: 99, length: 1, waitMinutes: 1 }] }, 'alerts.queues[0].zone: range'],
    [{ ...ALL, queues: [ALL.queues[0], ALL.queues[0]] }, 'alerts.queues[1].zone: duplicate'],
    [{ ...ALL, note: 'x' }, 'alerts.note: unknown-field'],
  ])('%#: are refused by name', (alerts, fault) => {
    expect(faultIn(alerts)).toBe(fault);
  });

  it('that the parser refuses, the gate refuses too', () => {
    const record = { ...aSite(), alerts: { ...ALL, occupancyLimit: 0 } };
    expect(faultOf({ store: 'site', record })).toBe('alerts.occupancyLimit');
  });
});
