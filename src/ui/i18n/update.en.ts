/** Sentences about a newer build that waits. */
export interface UpdateMessages {
  readonly label: string;
  readonly waits: string;
  /** While the store is closed; the time as it is said, with its day where that is another one. */
  readonly afterClosing: (time: string) => string;
  readonly closedNow: string;
  readonly whenQuiet: (time: string) => string;
  readonly otherTab: string;
  readonly meanwhile: string;
  readonly apply: string;
  readonly applying: string;
}

export const updateEn: UpdateMessages = {
  label: 'Update',
  waits: 'A new version is here.',
  afterClosing: (time) => `It will be taken over after closing time (about ${time}).`,
  closedNow:
    'The store is closed, so it will be taken over soon, once nobody has used this page for 5 minutes.',
  whenQuiet: (time) => `It will be taken over at about ${time}, when nobody is in view.`,
  otherTab: 'The tab that counts takes it over.',
  meanwhile:
    'Counting stops for the update and starts again by itself. The time between is recorded as a gap.',
  apply: 'Update now',
  applying: 'Updating …',
};
