import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { strFromU8, unzipSync } from 'fflate';
import { describe, expect, test, vi } from 'vitest';
import type { NamedDigest } from '../../src/contracts/evidence.ts';
import type { Paper } from '../../src/core/paper/paper.ts';
import type { Evidence } from '../../src/core/review/evidence.ts';
import { createFormat } from '../../src/ui/i18n/format.ts';
import type { Messages } from '../../src/ui/i18n/messages.en.ts';
import { messagesOf } from '../../src/ui/i18n/messages.ts';
import { evidencePaper } from '../../src/ui/views/privacy/evidence-paper.ts';
import { openPage } from './page.tsx';

const LANGUAGES = [
  ['en', 'docs/privacy-proof.md'],
  ['ja', 'docs/privacy-proof.ja.md'],
] as const;

/** The section of the paper in which each part of the data is printed. */
const SECTIONS: readonly [keyof Evidence, (m: Messages) => string][] = [
  ['selfCheck', (m) => m.review.checkTitle],
  ['release', (m) => m.review.buildTitle],
  ['modelSha256', (m) => m.review.buildTitle],
  ['engine', (m) => m.review.buildTitle],
  ['policy', (m) => m.review.buildTitle],
  ['requests', (m) => m.review.requestsTitle],
  ['stored', (m) => m.privacy.inventoryTitle],
  ['growth', (m) => m.privacy.inventoryTitle],
  ['otherStorage', (m) => m.privacy.inventoryTitle],
  ['cameras', (m) => m.privacy.ledgerTitle],
  ['visionWorker', (m) => m.review.output.title],
  ['journal', (m) => m.privacy.journalTitle],
];

const documented = (name: string): string[] =>
  readFileSync(join(import.meta.dirname, '../..', name), 'utf8')
    .split('\n')
    .flatMap((line) =>
      /^\| `(\w+)`(?:, `(\w+)`)* +\|/.test(line) ? [...(line.split('|')[1] ?? '').matchAll(/`(\w+)`/g)] : [],
    )
    .map(([, key]) => key ?? '');

async function packOf(language: 'ja' | 'en'): Promise<Record<string, string>> {
  const page = await openPage({ language, view: 'privacy' });
  await page.archive.saveCredential(1, { kind: 'basic', user: 'USER-SECRET', password: 'PASSWORD-SECRET' });
  await page.access.setPin('manager', '738291');
  await page.click('button', messagesOf(language).evidence.save);
  await vi.waitFor(() => expect(page.platform.bytes).not.toBeNull(), 10_000);
  const files = Object.entries(unzipSync(page.platform.bytes ?? new Uint8Array()));
  return Object.fromEntries(files.map(([name, bytes]) => [name, strFromU8(bytes, true)]));
}

const dataOf = (pack: Readonly<Record<string, string>>): Evidence =>
  JSON.parse(pack['kazoe-evidence-2026-11-24.json'] ?? '') as Evidence;

const printed = (evidence: Evidence, language: 'ja' | 'en', files: readonly NamedDigest[] = []): Paper =>
  evidencePaper(evidence, files, {
    m: messagesOf(language),
    f: createFormat(language, 'Asia/Tokyo'),
    store: '青葉台',
    origin: 'http://localhost:4173',
  });

describe('the evidence pack', () => {
  test.each(LANGUAGES)('holds as data what the guide says, part for part (%s)', async (language, doc) => {
    const data = dataOf(await packOf(language));
    expect(documented(doc).sort()).toEqual(Object.keys(data).sort());
  });

  test.each(LANGUAGES)('has a section on paper for each part (%s)', async (language) => {
    const m = messagesOf(language);
    const paper = printed(dataOf(await packOf(language)), language);
    const headings = paper.blocks.flatMap((block) => (block.kind === 'heading' ? [block.text] : []));
    for (const [part, title] of SECTIONS) expect(headings, part).toContain(title(m));
    expect(headings).toEqual(
      expect.arrayContaining([m.privacy.limitsTitle, m.checkYourself.title, m.evidence.filesTitle]),
    );
  });

  test.each(LANGUAGES)(
    'names the digests beside it, and the journal’s head on each page (%s)',
    async (language) => {
      const data = dataOf(await packOf(language));
      const journal = { entries: 7, head: 'c'.repeat(64), brokenAt: null };
      const paper = printed({ ...data, journal }, language, [
        { name: 'journal.json', sha256: 'd'.repeat(64) },
      ]);
      expect(paper.footer).toContain(journal.head);
      const text = JSON.stringify(paper.blocks);
      for (const digest of [journal.head, 'd'.repeat(64), data.modelSha256]) expect(text).toContain(digest);
    },
  );

  test.each(LANGUAGES)(
    'says on paper where the chain is broken, and withholds the promise (%s)',
    async (language) => {
      const m = messagesOf(language);
      const data = dataOf(await packOf(language));
      const journal = { entries: 7, head: 'c'.repeat(64), brokenAt: 5 };
      const text = JSON.stringify(printed({ ...data, holds: false, journal }, language).blocks);
      expect(text).toContain(m.review.chainBroken('5'));
      expect(text).toContain(m.evidence.withheld);
      expect(text).not.toContain(m.claim);
    },
  );

  test('holds no picture, no access data of cameras, no PIN and nothing of one', async () => {
    const pack = await packOf('en');
    for (const [name, text] of Object.entries(pack)) {
      expect(text, name).not.toMatch(/SECRET|738291/);
      expect(text, name).not.toMatch(/JFIF|\u0089PNG|WEBPVP8|data:image|\/Subtype ?\/Image/);
    }
  });
});
