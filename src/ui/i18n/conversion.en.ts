/** Transactions that the operator types, and the conversion made of them. */
export const conversionEn = {
  name: 'Conversion',
  title: 'Transactions and conversion',
  open: 'Enter transactions',
  teach: 'Enter the day’s transactions below to see it.',
  hint: 'The number of receipts of a business day, as on the till’s daily closing. Only this number is kept; the journal notes it. Leave a day empty where you do not know it.',
  why: 'Conversion: transactions ÷ visitors in. Staff who are left out of the visitors are not in it. Time that was not measured makes it higher than it is. A customer who pays twice counts twice.',
  transactions: (day: string) => `Transactions on ${day}`,
  submit: 'Save transactions',
  saved: 'Saved.',
  invalid: 'Enter a whole number from 0 to 1,000,000, or leave it empty.',
  parts: (transactions: string, entered: string) => `${transactions} transactions ÷ ${entered} in`,
  days: (days: number) => (days === 1 ? 'of 1 day' : `of ${days} days`),
  higher: (coverage: string) => `in places only ${coverage} measured: reads too high`,
  leftOut: (days: number) =>
    `${days === 1 ? '1 day is' : `${days} days are`} left out: not over yet, or nothing measured`,
  pending: 'It is shown once the day is over, or the store has closed.',
  nobody: 'Nobody was counted coming in.',
  sample: 'The sample comes with transactions. For your own store, enter them here.',
  tooMany: (most: number) => `Show at most ${most} days to enter their transactions.`,
};

export type ConversionMessages = typeof conversionEn;
