import { COPIED_CHARTS, type CopiedFigures, type ExportQuery } from '../../src/contracts/archive.ts';
import { PROFILE_RULES } from '../../src/core/disclosure/export-profile.ts';
import { slotKey } from '../../src/core/time/slot-key.ts';
import type { JournalNote } from './journal.ts';

/** Who was given a file of figures, of what and why. */
export function exportNote(query: ExportQuery, done: { atMs: number; rows: number }): JournalNote {
  const { fromMs, toMs, intervalMinutes, profile, recipient, purpose } = query;
  return {
    atMs: done.atMs,
    code: 'exported',
    role: 'operator',
    numbers: [slotKey(fromMs), slotKey(toMs), intervalMinutes, PROFILE_RULES[profile].k, done.rows],
    texts: [recipient, purpose],
  };
}

/** Numbers: first and last minute of the span, the chart's place in `COPIED_CHARTS` from 1, 1 figures or 2 image, rows. */
export function copyNote({ fromMs, toMs, chart, form, rows }: CopiedFigures, atMs: number): JournalNote {
  const place = COPIED_CHARTS.indexOf(chart) + 1;
  return {
    atMs,
    code: 'copied',
    role: 'operator',
    numbers: [slotKey(fromMs), slotKey(toMs), place, form === 'figures' ? 1 : 2, rows],
  };
}
