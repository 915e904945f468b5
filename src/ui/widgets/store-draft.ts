import { minuteIn } from './clock-text.ts';
import { MAX_NAME_LENGTH } from '../../core/site/shape-fields.ts';
import type { Store } from '../../core/site/site.ts';

/** A store's settings as they are typed. */
export interface StoreDraft {
  readonly name: string;
  readonly timeZone: string;
  /** `HH:MM`. */
  readonly dayStart: string;
  readonly months: string;
}

/** The settings as text. */
export function storeDraftOf(store: Store): StoreDraft {
  const two = (value: number): string => String(value).padStart(2, '0');
  const minute = store.dayStartsAtMinute;
  return {
    name: store.name,
    timeZone: store.timeZone,
    dayStart: `${two(Math.floor(minute / 60))}:${two(minute % 60)}`,
    months: String(store.retentionMonths),
  };
}

/** The settings that a draft makes, or the first field that is wrong. */
export function readStore(
  draft: StoreDraft,
):
  | { readonly store: Store; readonly wrong: null }
  | { readonly store: null; readonly wrong: keyof StoreDraft } {
  const wrong = (field: keyof StoreDraft) => ({ store: null, wrong: field });
  const name = draft.name.trim();
  const timeZone = draft.timeZone.trim();
  const dayStartsAtMinute = minuteIn(draft.dayStart);
  const retentionMonths = Number(draft.months.normalize('NFKC').trim() || Number.NaN);
  if (name.length > MAX_NAME_LENGTH) return wrong('name');
  if (!isTimeZone(timeZone)) return wrong('timeZone');
  if (dayStartsAtMinute === null || dayStartsAtMinute === 'wrong') return wrong('dayStart');
  if (!Number.isInteger(retentionMonths) || retentionMonths < 1 || retentionMonths > 36)
    return wrong('months');
  return { store: { name, timeZone, dayStartsAtMinute, retentionMonths }, wrong: null };
}

function isTimeZone(name: string): boolean {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: name }).resolvedOptions().timeZone !== '' && name !== '';
  } catch {
    return false; // how Intl tells that it does not know the name
  }
}
