import type { SelfCheckPart } from '../../core/review/self-check.ts';

export interface PartText {
  readonly name: string;
  readonly passed: string;
  readonly failed: string;
}

const parts: Readonly<Record<SelfCheckPart, PartText>> = {
  engine: {
    name: 'Detector',
    passed: 'It runs a model of this release, and saw the people drawn in its known picture lately.',
    failed: 'It does not run, or runs a model that is not one of this release.',
  },
  frames: {
    name: 'Frames',
    passed: 'Every frame received is closed or in work; at most one of each camera is in work.',
    failed: 'Frames are missing from the account.',
  },
  records: {
    name: 'Stored records',
    passed: 'Every record has the agreed form: numbers, codes and the operator’s own short texts.',
    failed: 'There are records of another form.',
  },
  'other-storage': {
    name: 'Other storage',
    passed: 'No cookie, no web storage, no file; the offline copies are the files of this release.',
    failed: 'Something is stored where nothing should be.',
  },
  journal: {
    name: 'Journal',
    passed: 'Every entry fits the one before it.',
    failed: 'An entry was changed or taken out.',
  },
  policy: {
    name: 'Content-Security-Policy',
    passed: 'Only this origin and the configured cameras can be reached.',
    failed: 'It is wider than it may be, or missing. Serve the app with the headers that come with it.',
  },
};

/** The reviewer's page, as far as it is about checking. */
export const reviewEn = {
  checkTitle: 'Self-check',
  checkText:
    'Runs when counting begins, with the first frames, each hour, and when you ask. At the beginning and when you ask it goes over all records, otherwise over the newest and part of the older ones. When a part fails, the sentence above disappears and counting stops.',
  checkNow: 'Check now',
  checkedAt: (time: string) => `Last check: ${time}`,
  notYet: 'Not checked yet.',
  part: 'Part',
  outcome: 'Outcome',
  meaning: 'What was found',
  outcomes: { passed: 'Passed', failed: 'Failed', unknown: 'Could not be checked' },
  unknownText:
    'Not known yet: nothing has been counted since the page was opened, or the page was opened here for the first time. Then reload it once.',
  parts,
  about: (list: string) => `Concerns: ${list}`,
  withheld: 'A self-check failed. Until it passes, nothing is counted and no promise is made here.',
  longest: 'Longest held',
  milliseconds: (count: string) => `${count} ms`,
  output: {
    title: 'What comes out of the part that sees frames',
    text: 'The worker that sees frames has one way out: a row of numbers for each frame. Here the page measures how much comes out.',
    what: 'What',
    bytes: 'Bytes',
    perSecond: 'Comes out in a second, of all cameras (last ten seconds)',
    perMessage: 'Comes out for one frame, on average',
    most: 'Most that one frame’s numbers can take, however many people are in view',
    picture: (width: string, height: string) =>
      `One picture of ${width} × ${height} alone, as a camera delivers it`,
    refused: (count: string) => `Attempts of the worker to send, store or encode, all refused: ${count}.`,
  },
  storedAt: (time: string) => `As read from every database of this origin, ${time}.`,
  walked: (lookedAt: string, records: string, wholeAt: string | null) =>
    `${lookedAt} of ${records} records were looked at then.${wholeAt ? ` The last pass through all of them ended ${wholeAt}.` : ''} The hourly checks go through all of them within a day.`,
  foreign: 'Of another form',
  growth: (bytes: string, budget: string, isWithin: boolean) =>
    `For each hour of a camera the figures take ${bytes} bytes on average; the budget is ${budget}. ${isWithin ? 'They are within it.' : 'They exceed it.'}`,
  knownFrame: (ago: string) => `The people drawn in the known picture were last found ${ago} ago.`,
  requestsTitle: 'Requests',
  requestsText: (since: string) =>
    `Counted by the service worker since it last woke up (${since}). A request that ends a camera’s session goes past it.`,
  requestsNone: 'No service worker serves this page yet. Reload it once.',
  target: 'To',
  requests: 'Requests',
  ownOrigin: 'Files of this release, own origin',
  cameraOrigin: (origin: string) => `Configured camera ${origin}`,
  refusedOrigin: (origin: string) => `Refused: ${origin}`,
  violations: (count: string) => `Violations of the policy that the browser reported on this page: ${count}`,
  buildTitle: 'Release',
  build: 'Digest of all files (SHA-256)',
  buildHint:
    'Compare it with the digest published with the release. To check the running files from outside, save them with the browser and compare each with the list below. It covers every file but the service worker, which holds it: SHA256SUMS covers that one too.',
  files: (count: string) => `Digests of the ${count} files`,
  policy: 'Policy in force',
  policyNone: 'None was sent with this page.',
  otherTitle: 'Stored beside the databases',
  other: {
    localStorage: 'Web storage (local)',
    sessionStorage: 'Web storage (session)',
    cookies: 'Cookies',
    originFiles: 'Files of the origin',
    cachedFiles: 'Offline copies of the app’s own files',
    olderFiles: 'of these, of the release before',
  },
  entriesOf: (count: string) => count,
  bytesOf: (count: string, size: string) => `${count} (${size} MB)`,
  chain: (entries: string) => `${entries} entries; each fits the one before it. Head of the chain:`,
  chainBroken: (sequence: string) => `Entry ${sequence} was changed, or the one before it is missing.`,
  saveJournal: 'Save the journal (JSON)',
  checkPage: 'Page that checks it without this app',
};

export type ReviewMessages = typeof reviewEn;
