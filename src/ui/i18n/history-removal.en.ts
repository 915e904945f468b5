/** Deleting what was recorded of something that was deleted. */
export const historyRemovalEn = {
  open: 'Delete its figures too…',
  title: (names: string) => `Delete the figures of ${names}`,
  gone: 'Deleted: every count, stay, wait, move between areas and heat map of it, how long it was measured, and its accuracy checks. Of all days, also in the days already packed.',
  stays:
    'Kept: the number of people in the store, which is counted from all entrances together, transactions, files saved before, and the journal. That you deleted this is noted there.',
  disk: 'This cannot be undone. Deleting does not overwrite: traces of these numbers stay on the disk until the browser or the system writes over them.',
  submit: 'Delete the figures now',
  done: (names: string, records: string) => `The figures of ${names} are deleted: ${records} records.`,
};

export type HistoryRemovalMessages = typeof historyRemovalEn;
