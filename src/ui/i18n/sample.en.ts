/** The sample store's history. */
export const sampleEn = {
  title: 'Sample data',
  banner:
    'Sample data: eight weeks of a store that does not exist. None of these figures was counted. Your own figures are kept apart and are not changed.',
  /** Beside figures that are copied or drawn. */
  source: 'Sample data – not counted',
  offer:
    'Eight weeks of an invented store show how looking back works. They are kept in a database of their own, marked everywhere, and removed with one click.',
  there: 'Sample data is shown in Look back instead of your own figures.',
  fill: 'Show sample data',
  filling: 'Making sample data…',
  remove: 'Remove sample data',
  open: 'Look at it',
};

export type SampleMessages = typeof sampleEn;
