/** The paper for a reviewer, as far as the page has no words for it. */
export const evidenceEn = {
  save: 'Make the evidence (PDF and JSON)',
  saving: 'Making …',
  title: (store: string) => `Kazoe: evidence${store === '' ? '' : ` – ${store}`}`,
  takenAt: (time: string, iso: string) => `Read from the running system on ${time} (${iso}).`,
  withheld: 'A self-check failed. No promise is made on this paper.',
  failedParts: (list: string) => `Failed: ${list}`,
  inTitle: 'What comes in, what is kept, what is never made',
  filesTitle: 'Files beside this paper',
  file: 'File',
  digest: 'SHA-256',
  filesText:
    'The same as data, and the journal. SHA256SUMS in the archive holds these digests and that of this paper.',
  noRelease: 'No service worker serves this page: the running files could not be named.',
  releaseText: (files: string, build: string) => `${files} files; digest of all of them: ${build}`,
  modelText: (sha256: string, backend: string) => `Model: ${sha256} (runs ${backend})`,
  unknown: 'could not be read',
  journalHead: (entries: string, head: string) => `${entries} entries; head of the chain: ${head}`,
  footer: (iso: string, head: string) => `${iso}   journal ${head}`,
  count: 'Count',
  requestsSince: (time: string) => `Counted since ${time}.`,
};

export type EvidenceMessages = typeof evidenceEn;
