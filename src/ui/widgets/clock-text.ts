/** Minute of the day that was typed, in wide digits too; null: nothing. */
export function minuteIn(typed: string): number | null | 'wrong' {
  const text = typed.normalize('NFKC').trim();
  if (text === '') return null;
  const [, hours = '', minutes = ''] = /^(\d{1,2}):(\d{2})$/.exec(text) ?? [];
  const minute = Number(hours) * 60 + Number(minutes);
  return hours === '' || Number(minutes) > 59 || minute > 1439 ? 'wrong' : minute;
}

/** `09:05`. */
export function clockOf(minute: number): string {
  const two = (value: number): string => String(value).padStart(2, '0');
  return `${two(Math.floor(minute / 60))}:${two(minute % 60)}`;
}
