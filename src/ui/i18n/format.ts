import type { Language } from '../../state/preferences-store.ts';

/** Values as a reader of the language expects them, by the store's clock. */
export interface Format {
  integer(value: number): string;
  /** One decimal place. */
  decimal(value: number): string;
  /** 0–1 → `98 %`. Never rounded up to 100 %. */
  percent(share: number): string;
  /** With its sign: `+3`, `−2`, `0`. */
  signed(value: number): string;
  /** `14:30`. */
  time(atMs: number): string;
  /** `11月24日（火）`, `Tue 24 Nov`. */
  day(atMs: number): string;
  /** Day and time. */
  dateTime(atMs: number): string;
  /** `2026-11-24` on the store's clock, for date fields. */
  isoDate(atMs: number): string;
  /** Seconds as `45秒`, `2分10秒`, `1時間5分`. */
  duration(seconds: number): string;
  bytes(value: number): string;
}

const LOCALES: Readonly<Record<Language, string>> = { ja: 'ja-JP', en: 'en-GB' };

interface DurationUnits {
  readonly hour: string;
  readonly minute: string;
  readonly second: string;
  readonly gap: string;
}

const UNITS: Readonly<Record<Language, DurationUnits>> = {
  ja: { hour: '時間', minute: '分', second: '秒', gap: '' },
  en: { hour: ' h', minute: ' min', second: ' s', gap: ' ' },
};

/** Formatters of one language and one time zone; throws a RangeError for an unknown zone. */
export function createFormat(language: Language, timeZone: string): Format {
  const locale = LOCALES[language];
  const integer = new Intl.NumberFormat(locale, { maximumFractionDigits: 0 });
  const decimal = new Intl.NumberFormat(locale, { minimumFractionDigits: 1, maximumFractionDigits: 1 });
  const clock = new Intl.DateTimeFormat(locale, {
    timeZone,
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  });
  const day = dayFormat(language, timeZone);
  const iso = new Intl.DateTimeFormat('sv-SE', { timeZone, dateStyle: 'short' });
  const time = (atMs: number): string => clock.format(atMs);
  return {
    integer: (value) => integer.format(value),
    decimal: (value) => decimal.format(value),
    percent: (share) => `${integer.format(Math.floor(share * 100 + 1e-9))} %`,
    signed: (value) => (value > 0 ? '+' : value < 0 ? '−' : '') + integer.format(Math.abs(value)),
    time,
    day,
    dateTime: (atMs) => `${day(atMs)} ${time(atMs)}`,
    isoDate: (atMs) => iso.format(atMs),
    duration: (seconds) => durationOf(Math.round(seconds), UNITS[language]),
    bytes: (value) => integer.format(value),
  };
}

function dayFormat(language: Language, timeZone: string): (atMs: number) => string {
  const month = language === 'ja' ? 'numeric' : 'short';
  const format = new Intl.DateTimeFormat(LOCALES[language], {
    timeZone,
    month,
    day: 'numeric',
    weekday: 'short',
  });
  return (atMs) => {
    const parts = new Map(format.formatToParts(atMs).map(({ type, value }) => [type, value]));
    const part = (type: Intl.DateTimeFormatPartTypes): string => parts.get(type) ?? '';
    return language === 'ja'
      ? `${part('month')}月${part('day')}日（${part('weekday')}）`
      : `${part('weekday')} ${part('day')} ${part('month')}`;
  };
}

function durationOf(seconds: number, units: DurationUnits): string {
  const hours = Math.floor(seconds / 3600);
  const minutes = Math.floor((seconds % 3600) / 60);
  const rest = seconds % 60;
  const parts =
    hours > 0
      ? [`${hours}${units.hour}`, ...(minutes > 0 ? [`${minutes}${units.minute}`] : [])]
      : [
          ...(minutes > 0 ? [`${minutes}${units.minute}`] : []),
          ...(rest > 0 || minutes === 0 ? [`${rest}${units.second}`] : []),
        ];
  return parts.join(units.gap);
}
