/** Names of public holidays by date, `2026-11-23`. */
export type Holidays = ReadonlyMap<string, { readonly ja: string; readonly en: string }>;
