import type { AlertSettings, QueueAlert, QuietHours } from '../alerts/alert-settings.ts';
import type { Field } from './field.ts';
import { MAX_ENTITIES } from './shape-fields.ts';

/** A site has at most 16 cameras of so many zones; more queues than this nobody watches. */
export const MAX_QUEUE_ALERTS = MAX_ENTITIES;

/** Reads what the operator wants to be told. Zones must have been numbered by the site, and come once. */
export function readAlerts(alerts: Field, nextId: number): AlertSettings {
  const fields = alerts.object([
    'occupancyLimit',
    'queues',
    'cameraStoppedMinutes',
    'coverageBelow',
    'repeatMinutes',
    'sound',
    'notify',
    'quiet',
  ]);
  const queues = fields.queues.list({ most: MAX_QUEUE_ALERTS });
  const zones = new Set<number>();
  return {
    occupancyLimit: orNull(fields.occupancyLimit, 100_000),
    queues: queues.map((queue) => readQueue(queue, { nextId, zones })),
    cameraStoppedMinutes: orNull(fields.cameraStoppedMinutes, 60),
    coverageBelow: orNull(fields.coverageBelow, 100),
    repeatMinutes: orNull(fields.repeatMinutes, 120),
    sound: fields.sound.boolean(),
    notify: fields.notify.boolean(),
    quiet: fields.quiet.value === null ? null : readQuiet(fields.quiet),
  };
}

function readQueue(
  queue: Field,
  { nextId, zones }: { readonly nextId: number; readonly zones: Set<number> },
): QueueAlert {
  const fields = queue.object(['zone', 'length', 'waitMinutes']);
  const zone = fields.zone.integer({ least: 1, most: nextId - 1 });
  if (zones.has(zone)) fields.zone.refuse('duplicate');
  zones.add(zone);
  return { zone, length: orNull(fields.length, 999), waitMinutes: orNull(fields.waitMinutes, 120) };
}

function readQuiet(quiet: Field): QuietHours {
  const fields = quiet.object(['fromMinute', 'toMinute']);
  const minute = { least: 0, most: 1439 };
  return { fromMinute: fields.fromMinute.integer(minute), toMinute: fields.toMinute.integer(minute) };
}

/** A whole number from 1. */
function orNull(field: Field, most: number): number | null {
  return field.value === null ? null : field.integer({ least: 1, most });
}
