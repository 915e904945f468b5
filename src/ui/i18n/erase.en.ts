/** What was not done or not finished, in the three parts of a problem. */
export interface EraseSentences {
  readonly what: string;
  readonly means: string;
  readonly todo: string;
}

/** Sentences about erasing everything. */
export interface EraseMessages {
  readonly title: string;
  readonly text: string;
  readonly before: string;
  readonly toExport: string;
  /** Names of the two buttons that stand above as well. */
  readonly journalFirst: string;
  readonly evidenceFirst: string;
  readonly open: string;
  /** What happens, above the word that is typed. */
  readonly formTitle: string;
  readonly steps: readonly string[];
  /** Typed by hand, so that nobody erases by a slip. */
  readonly word: string;
  readonly wordLabel: (word: string) => string;
  readonly wordWrong: (word: string) => string;
  readonly submit: string;
  readonly erasing: string;
  readonly cancel: string;
  readonly remainsTitle: string;
  readonly remains: readonly string[];
  readonly otherTab: EraseSentences;
  /** `places`: names of `ErasedPlace`, separated by commas. */
  readonly incomplete: (places: string) => EraseSentences;
}

export const eraseEn: EraseMessages = {
  title: 'Erase everything',
  text: 'When the PC is given away, the trial ends or the store closes: takes away the figures, the settings, the cameras’ access data, the PINs and the journal that this browser keeps for this address.',
  before: 'It cannot be undone. If you need figures, the journal or evidence later, save them first:',
  toExport: 'To the figures (CSV)',
  journalFirst: 'Save the journal (JSON) before erasing',
  evidenceFirst: 'Make the evidence (PDF and JSON) before erasing',
  open: 'Erase everything …',
  formTitle: 'What happens then',
  steps: [
    'Counting stops and the cameras are closed.',
    'All databases, offline copies, files and the service worker of this address are deleted.',
    'The app is loaded anew from its server, empty, and shows the demo store. The server must be reachable for that.',
  ],
  word: 'ERASE',
  wordLabel: (word) => `Type ${word} to go ahead`,
  wordWrong: (word) => `Type ${word}, in capitals.`,
  submit: 'Erase everything now',
  erasing: 'Erasing …',
  cancel: 'Cancel',
  remainsTitle: 'What stays on the disk',
  remains: [
    'Deleting does not overwrite. Blocks of the deleted figures stay in free space of the disk, and in the browser’s database files until it tidies them up. There were no pictures in them: the figures, settings and access data as they were.',
    'To clear more: in Chrome open Settings → Privacy and security → Site data and delete this address, or delete the whole Chrome profile.',
    'For a PC that is given away: encrypt its drive from the start (BitLocker, or ChromeOS, which does so by itself), and reset it, or use the secure erase of the drive’s maker.',
    'Files that were saved from here (CSV, evidence, journal) lie where they were saved. Chrome’s list of downloads names them.',
  ],
  otherTab: {
    what: 'The app is open in another tab or window.',
    means: 'Nothing was erased: the other tab would write again what it holds in memory.',
    todo: 'Close the others, then erase again here.',
  },
  incomplete: (places) => ({
    what: `Not everything could be erased (${places}).`,
    means: 'Counting has stopped. The rest is gone.',
    todo: 'Close Chrome, open this page again and repeat, or delete the site data of this address in Chrome.',
  }),
};
