/** Transactions that the operator types, and the conversion made of them. */
export const conversionEn = {
  name: 'Conversion',
  title: 'Transactions and conversion',
  open: 'Type transactions',
  teach: 'Type the transactions of the day below to see it.',
  hint: 'The number of receipts of a business day, as the till closes with it. Only this number is kept, and noted in the journal. Leave a day empty where you do not know it.',
  why: 'Conversion: transactions ÷ visitors in. Staff who are taken out of the visitors are not in it. Time that was not measured makes it higher than it is. Somebody who pays twice counts twice.',
  transactions: (day: string) => `Transactions on ${day}`,
  submit: 'Save transactions',
  saved: 'Saved.',
  invalid: 'Type a whole number from 0 to 1,000,000, or leave it empty.',
  parts: (transactions: string, entered: string) => `${transactions} transactions ÷ ${entered} in`,
  days: (days: number) => (days === 1 ? 'of 1 day' : `of ${days} days`),
  higher: (coverage: string) => `only ${coverage} measured at least: higher than it is`,
  leftOut: (days: number) =>
    `${days === 1 ? '1 day is' : `${days} days are`} left out: not over yet, or nothing measured`,
  pending: 'It is told once the day is over, or the store has closed.',
  nobody: 'Nobody was counted coming in.',
  sample: 'Transactions can be typed for your own store, not for the sample.',
  tooMany: (most: number) => `Show at most ${most} days to type their transactions.`,
};

export type ConversionMessages = typeof conversionEn;
