/** A number in one of these spans is an instant: epoch ms, s or minutes of the years 2020 to 2100. */
export const INSTANTS = [
  { unit: 'ms', from: 1.577e12, to: 4.103e12 },
  { unit: 's', from: 1.577e9, to: 4.103e9 },
  { unit: 'min', from: 26_280_000, to: 68_380_000 },
] as const;
