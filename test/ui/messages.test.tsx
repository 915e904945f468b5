import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it, test } from 'vitest';
import type { ProblemCode } from '../../src/core/result.ts';
import { createFormat } from '../../src/ui/i18n/format.ts';
import { en } from '../../src/ui/i18n/messages.en.ts';
import { ja } from '../../src/ui/i18n/messages.ja.ts';

const CODES = Object.keys(en.problems) as ProblemCode[];
const CONTEXTS = [
  { subject: null, detail: {} },
  {
    subject: '入口',
    detail: { field: 'lines[0].points[1]', reason: 'parallel', features: 'x', file: 'm.onnx' },
  },
];

/** Every sentence, with values put in where it takes some. */
function sentences(messages: object): string[] {
  return Object.entries(messages)
    .filter(([name]) => name !== 'problems')
    .map(([, value]: [string, unknown]) => value)
    .flatMap((value: unknown): string[] => {
      if (typeof value === 'string') return [value];
      if (typeof value === 'function') {
        const made = (value as (...values: unknown[]) => unknown)(7, '7', '7');
        return typeof made === 'string' ? [made] : [];
      }
      return typeof value === 'object' && value !== null ? sentences(value) : [];
    });
}

describe.each([
  ['Japanese', ja],
  ['English', en],
] as const)('%s', (language, messages) => {
  test.each(CODES)('tells %s in three parts', (code) => {
    for (const context of CONTEXTS) {
      const { what, means, todo } = messages.problems[code](context);
      expect(new Set([what, means, todo]).size).toBe(3);
      for (const part of [what, means, todo]) {
        expect(part).toMatch(language === 'Japanese' ? /。$/ : /[.”]$/);
        expect(part).not.toMatch(/undefined|null|\[object/);
      }
    }
  });

  it('has no empty sentence', () => {
    const empty = sentences(messages).filter((sentence) => sentence.trim() === '');
    expect(empty).toEqual([]);
  });

  it('claims nothing that no test proves', () => {
    for (const sentence of sentences(messages)) {
      expect(sentence).not.toMatch(/個人情報|準拠|認証済|匿名|GDPR|compliant|anonymous|anonymised/i);
    }
  });
});

describe('the Japanese', () => {
  it('is Japanese: no sentence is left in English', () => {
    const allowed = /^(CPU|GPU|English|1〜36|5|\d|[•・–])/;
    const english = sentences(ja).filter(
      (sentence) => !/[ぁ-んァ-ヶ一-龠]/.test(sentence) && !allowed.test(sentence),
    );
    expect(english.filter((sentence) => /[A-Za-z]{2}/.test(sentence))).toEqual([]);
  });

  it('names the camera with the problem, as the look demands', () => {
    const { what } = ja.problems['camera-stalled']({ subject: '入口カメラ', detail: {} });
    expect(what).toBe('「入口カメラ」の映像が届いていません。');
  });
});

describe('values', () => {
  const atMs = Date.UTC(2026, 10, 24, 5, 30);

  test.each([
    ['ja', '11月24日（火）', '14:30'],
    ['en', 'Tue 24 Nov', '14:30'],
  ] as const)('in %s follow the clock of the store', (language, day, time) => {
    const format = createFormat(language, 'Asia/Tokyo');
    expect(format.day(atMs)).toBe(day);
    expect(format.time(atMs)).toBe(time);
    expect(format.isoDate(atMs)).toBe('2026-11-24');
  });

  test.each([
    [0, '0秒', '0 s'],
    [45, '45秒', '45 s'],
    [60, '1分', '1 min'],
    [130, '2分10秒', '2 min 10 s'],
    [3900, '1時間5分', '1 h 5 min'],
    [7200, '2時間', '2 h'],
  ])('of %d seconds read %s and %s', (seconds, japanese, english) => {
    expect(createFormat('ja', 'Asia/Tokyo').duration(seconds)).toBe(japanese);
    expect(createFormat('en', 'Asia/Tokyo').duration(seconds)).toBe(english);
  });

  it('never round a gap away', () => {
    expect(createFormat('ja', 'Asia/Tokyo').percent(0.999)).toBe('99 %');
    expect(createFormat('ja', 'Asia/Tokyo').percent(1)).toBe('100 %');
  });

  it('have a true minus', () => {
    expect(createFormat('en', 'Asia/Tokyo').signed(-3)).toBe('−3');
    expect(createFormat('en', 'Asia/Tokyo').signed(0)).toBe('0');
  });
});

describe('the views', () => {
  const folder = join(import.meta.dirname, '../../src/ui');
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) =>
    name.endsWith('.tsx'),
  );

  test.each(files)('%s holds no sentence of its own', (name) => {
    const code = readFileSync(join(folder, name), 'utf8')
      .replace(/\/\*[\s\S]*?\*\//g, '')
      .replace(/^\s*\/\/.*$/gm, '');
    expect(code).not.toMatch(/[ぁ-んァ-ヶ一-龠]/);
    // Text between tags, and words in the attributes that are read out.
    expect(code.match(/<\/?[A-Za-z][^<>]*>\s*[A-Za-z]{2,}[^<>{}=;()]*<\//g)).toBeNull();
    expect(code.match(/\b(?:aria-label|label|hint|title|placeholder|alt)="[^"]*"/g)).toBeNull();
  });
});
