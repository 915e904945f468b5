import { clockOf, minuteIn } from '../../widgets/clock-text.ts';
import type { AlertSettings } from '../../../core/alerts/alert-settings.ts';
import type { ZoneRule } from '../../../core/site/site.ts';

/** Alerts as they are typed; empty: none. Fields of queues are `length:ID` and `wait:ID`. */
export interface AlertsDraft {
  readonly fields: Readonly<Record<string, string>>;
  readonly sound: boolean;
  readonly notify: boolean;
}

/** The most that may be typed, by field; those of a queue by the part before the colon. */
export const MOST: Readonly<Record<string, number>> = {
  limit: 100_000,
  length: 999,
  wait: 120,
  stopped: 60,
  coverage: 100,
  repeat: 120,
};

/** What is wrong with a field. */
export type AlertsFault = 'range' | 'time' | 'both-times';

/** The settings as text. */
export function alertsDraftOf(alerts: AlertSettings): AlertsDraft {
  const text = (value: number | null): string => (value === null ? '' : String(value));
  const queues = alerts.queues.flatMap(({ zone, length, waitMinutes }) => [
    [`length:${zone}`, text(length)] as const,
    [`wait:${zone}`, text(waitMinutes)] as const,
  ]);
  return {
    fields: {
      limit: text(alerts.occupancyLimit),
      stopped: text(alerts.cameraStoppedMinutes),
      coverage: text(alerts.coverageBelow),
      repeat: text(alerts.repeatMinutes),
      from: alerts.quiet ? clockOf(alerts.quiet.fromMinute) : '',
      to: alerts.quiet ? clockOf(alerts.quiet.toMinute) : '',
      ...Object.fromEntries(queues),
    },
    sound: alerts.sound,
    notify: alerts.notify,
  };
}

/** The settings that a draft makes for these queues, or what is wrong with which field. */
export function readAlertsDraft(
  draft: AlertsDraft,
  queues: readonly ZoneRule[],
): { readonly alerts: AlertSettings | null; readonly faults: Readonly<Record<string, AlertsFault>> } {
  const faults: Record<string, AlertsFault> = {};
  const numberOf = (name: string): number | null => {
    const value = numberIn(draft.fields[name] ?? '', MOST[name.split(':')[0] ?? ''] ?? 0);
    if (value === 'wrong') faults[name] = 'range';
    return value === 'wrong' ? null : value;
  };
  const minuteOf = (name: string): number | null => {
    const value = minuteIn(draft.fields[name] ?? '');
    if (value === 'wrong') faults[name] = 'time';
    return value === 'wrong' ? null : value;
  };
  const [fromMinute, toMinute] = [minuteOf('from'), minuteOf('to')];
  if ((fromMinute === null) !== (toMinute === null))
    faults[fromMinute === null ? 'from' : 'to'] ??= 'both-times';
  const alerts: AlertSettings = {
    occupancyLimit: numberOf('limit'),
    queues: queues
      .map(({ id }) => ({ zone: id, length: numberOf(`length:${id}`), waitMinutes: numberOf(`wait:${id}`) }))
      .filter(({ length, waitMinutes }) => length !== null || waitMinutes !== null),
    cameraStoppedMinutes: numberOf('stopped'),
    coverageBelow: numberOf('coverage'),
    repeatMinutes: numberOf('repeat'),
    sound: draft.sound,
    notify: draft.notify,
    quiet: fromMinute === null || toMinute === null ? null : { fromMinute, toMinute },
  };
  return { alerts: Object.keys(faults).length > 0 ? null : alerts, faults };
}

function numberIn(typed: string, most: number): number | null | 'wrong' {
  const text = typed.normalize('NFKC').trim();
  if (text === '') return null;
  const value = Number(text);
  return Number.isInteger(value) && value >= 1 && value <= most ? value : 'wrong';
}
