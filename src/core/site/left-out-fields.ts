import { LEFT_OUT_REASONS, type LeftOut } from '../measures/left-out-time.ts';
import type { Field } from './field.ts';

/** Times that may be left out: more than one a day for a year. */
export const MAX_LEFT_OUT = 400;

/** Latest instant that a date can hold, ms. */
const MAX_MS = 8.64e15;

/** Reads the times that are left out: none of them empty. The camera may be one that is gone: its records stay. */
export function readLeftOut(list: Field): readonly LeftOut[] {
  return list.list({ most: MAX_LEFT_OUT }).map((item) => {
    const { fromMs, toMs, camera, reason } = item.object(['fromMs', 'toMs', 'camera', 'reason']);
    const from = fromMs.integer({ least: 0, most: MAX_MS });
    return {
      fromMs: from,
      toMs: toMs.integer({ least: from + 1, most: MAX_MS }),
      camera: camera.value === null ? null : camera.integer({ least: 1, most: Number.MAX_SAFE_INTEGER }),
      reason: reason.oneOf(LEFT_OUT_REASONS),
    };
  });
}
