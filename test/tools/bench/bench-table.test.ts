import { describe, expect, it, test } from 'vitest';
import { benchTable, figureText } from '../../../tools/bench/bench-table.ts';
import type { BenchRow } from '../../../tools/bench/bench-table.ts';

const ROW: BenchRow = {
  what: 'this engine',
  threads: 2,
  measured: { samples: 15, median: 143.2, low: 117.4, high: 161.8 },
  unit: 'ms',
  note: '0.34 × TensorFlow.js',
};

function cellsOf(table: string, beginning: string): string[] {
  const line = table.split('\n').find((one) => one.startsWith(`| ${beginning}`)) ?? '';
  return line
    .split('|')
    .slice(1, -1)
    .map((cell) => cell.trim());
}

describe('table of the benchmark', () => {
  it('stands a measurement beside its threads, samples and spread', () => {
    const table = benchTable([{ title: 'Detector', rows: [ROW], remarks: [] }]);
    expect(cellsOf(table, '– this engine')).toEqual([
      '– this engine',
      '2',
      '15',
      '143 ms',
      '117–162',
      '0.34 × TensorFlow.js',
    ]);
  });

  it('shows no spread for a single sample, and none for words', () => {
    const single = { ...ROW, what: 'once', measured: { samples: 1, median: 5, low: 5, high: 5 } };
    const words = { ...ROW, what: 'words', threads: null, measured: 'cannot be read here', unit: '' };
    const table = benchTable([{ title: 'Detector', rows: [single, words], remarks: [] }]);
    expect(cellsOf(table, '– once').slice(2, 5)).toEqual(['1', '5.00 ms', '']);
    expect(cellsOf(table, '– words').slice(1, 5)).toEqual(['', '', 'cannot be read here', '']);
  });

  it('says what was not measured, and why', () => {
    const table = benchTable([{ title: 'WebGPU', absent: 'no GPU adapter on this machine' }]);
    expect(cellsOf(table, 'WebGPU').at(-1)).toBe('not measured: no GPU adapter on this machine');
  });

  it('is as wide in every line', () => {
    const lines = benchTable([{ title: 'Detector', rows: [ROW], remarks: [] }]).split('\n');
    expect(new Set(lines.map(({ length }) => length)).size).toBe(1);
  });

  it('puts remarks under the table', () => {
    const table = benchTable([{ title: 'Detector', rows: [ROW], remarks: ['On whole frames.'] }]);
    expect(table.trimEnd().split('\n').at(-1)).toBe('* On whole frames.');
  });
});

test.each([
  [0.1234, '0.12'],
  [7.754, '7.75'],
  [31.26, '31.3'],
  [142.7, '143'],
  [0, '0.00'],
])('%s is written %s', (value, text) => expect(figureText(value)).toBe(text));
