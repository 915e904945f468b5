import { describe, expect, it } from 'vitest';
import { layOutPaper, PAGE, type PaperMark } from '../../../src/core/paper/lay-out-paper.ts';
import type { PaperBlock } from '../../../src/core/paper/paper.ts';

const measure = (text: string, size: number): number => (text.length * size) / 2;

const laidOut = (blocks: readonly PaperBlock[]): readonly (readonly PaperMark[])[] =>
  layOutPaper({ title: 'Evidence', footer: 'head 0f', blocks }, measure);

const textsOf = (page: readonly PaperMark[] = []): readonly string[] =>
  page.flatMap((mark) => (mark.kind === 'text' ? [mark.text] : []));

const rows = (count: number): readonly (readonly string[])[] =>
  Array.from({ length: count }, (_, at) => [`place ${at}`, String(at)]);

const aTable = (count: number): PaperBlock => ({
  kind: 'table',
  columns: [
    { title: 'Place', share: 3, isFigure: false },
    { title: 'Records', share: 1, isFigure: true },
  ],
  rows: rows(count),
});

describe('a paper', () => {
  it('has its title first, and footer and number on every page', () => {
    const pages = laidOut([aTable(200)]);
    expect(pages.length).toBeGreaterThan(2);
    expect(textsOf(pages[0])[0]).toBe('Evidence');
    for (const [at, page] of pages.entries()) {
      expect(textsOf(page).slice(-2)).toEqual(['head 0f', `${at + 1} / ${pages.length}`]);
    }
  });

  it('holds every row once, in order, under the names of its columns on each page', () => {
    const pages = laidOut([aTable(200)]);
    const all = pages.flatMap(textsOf).filter((text) => text.startsWith('place '));
    expect(all).toEqual(rows(200).map(([name]) => name));
    for (const page of pages) expect(textsOf(page).filter((text) => text === 'Place')).toHaveLength(1);
  });

  it('keeps within the sheet, and text above the footer', () => {
    const prose = { kind: 'prose', text: 'A camera, and what it counted. '.repeat(400) } as const;
    for (const page of laidOut([{ kind: 'heading', text: 'Long' }, prose, aTable(50)])) {
      for (const mark of page) {
        const width = mark.kind === 'rule' ? mark.width : measure(mark.text, mark.size);
        expect(mark.x).toBeGreaterThanOrEqual(48);
        expect(mark.x + width).toBeLessThanOrEqual(PAGE.width - 48 + 1e-6);
        expect(mark.y).toBeLessThanOrEqual(PAGE.height - 48);
        expect(mark.y >= 48 || textsOf([mark]).some((text) => /^head|\d \/ \d/.test(text))).toBe(true);
      }
    }
  });

  it('ends figures at the edge of their column', () => {
    const [page] = laidOut([aTable(12)]);
    const ends = (page ?? []).flatMap((mark) =>
      mark.kind === 'text' && /^\d+$/.test(mark.text) ? [mark.x + measure(mark.text, mark.size)] : [],
    );
    expect(ends).toHaveLength(12);
    for (const end of ends) expect(end).toBeCloseTo(ends[0] ?? NaN, 6);
  });

  it('leaves no heading alone at the foot of a page', () => {
    for (let count = 30; count < 60; count += 1) {
      const pages = laidOut([
        aTable(count),
        { kind: 'heading', text: 'Next' },
        { kind: 'prose', text: 'Body' },
      ]);
      const page = pages.find((each) => textsOf(each).includes('Next'));
      expect(textsOf(page)).toContain('Body');
    }
  });
});
