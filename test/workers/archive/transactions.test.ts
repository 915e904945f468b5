import { describe, expect, it, test } from 'vitest';
import { aCrossing, aRecordingPc, dump, valueOf, type TestPc } from './a-shop.ts';

const DAY_MS = 86_400_000;
const START = Date.parse('2026-11-24T00:00:00+09:00');
const DAY = { fromMs: START, toMs: START + DAY_MS };

async function aDayOfFour(): Promise<TestPc> {
  const pc = await aRecordingPc('2026-11-24T00:00:00+09:00');
  await pc.run(DAY_MS / 1000 + 60, (atMs) =>
    (atMs - START) % (6 * 3_600_000) === 60_000 && atMs < DAY.toMs
      ? { events: [aCrossing(atMs - 300, 'in')] }
      : {},
  );
  return pc;
}

describe('transactions of a day', () => {
  it('are kept as one number, read back by business day, changed and taken away', async () => {
    const pc = await aRecordingPc('2026-11-24T10:00:00+09:00');
    valueOf(await pc.archive.saveTransactions(pc.nowMs, 40));
    valueOf(await pc.archive.saveTransactions(START, 41));
    expect(valueOf(await pc.archive.transactions(DAY))).toEqual([{ fromMs: START, transactions: 41 }]);
    expect((await dump(pc.factory, 'kazoe')).get('transactions')).toEqual([
      { slot: START / 60_000, length: 1440, transactions: 41 },
    ]);
    valueOf(await pc.archive.saveTransactions(START, null));
    expect(valueOf(await pc.archive.transactions(DAY))).toEqual([]);
    expect(valueOf(await pc.archive.journal(3)).map(({ code, numbers }) => [code, ...numbers])).toEqual([
      ['transactions-typed', START / 60_000],
      ['transactions-typed', START / 60_000, 41],
      ['transactions-typed', START / 60_000, 40],
    ]);
    expect(valueOf(await pc.archive.checkJournal('all')).brokenAt).toBeNull();
  });

  test.each([-1, 1.5, 1_000_001, Number.NaN])('are refused where they are no number: %s', async (count) => {
    const pc = await aRecordingPc('2026-11-24T10:00:00+09:00');
    expect(await pc.archive.saveTransactions(START, count)).toMatchObject({
      ok: false,
      problem: { code: 'settings-invalid' },
    });
    expect(valueOf(await pc.archive.transactions(DAY))).toEqual([]);
  });

  it('are in the export as a row of their day, with conversion and coverage, and no visitor twice', async () => {
    const pc = await aDayOfFour();
    valueOf(await pc.archive.saveTransactions(START, 3));
    const query = { ...DAY, intervalMinutes: 60 as const, recipient: 'HQ', purpose: 'weekly' };
    const rowsOf = async (profile: 'in-house' | 'third-party') => {
      const { text } = valueOf(await pc.archive.exportCsv({ ...query, profile }));
      const [header = '', ...lines] = text.replace('\uFEFF', '').split('\r\n').filter(Boolean);
      const names = header.split(',');
      const rows = lines.map((line) =>
        Object.fromEntries(line.split(',').map((field, index) => [names[index] ?? '', field])),
      );
      return rows.filter((row) => row['transactions'] !== '');
    };
    expect(await rowsOf('in-house')).toMatchObject([
      {
        entity_type: 'store',
        interval_minutes: '1440',
        in: '',
        transactions: '3',
        conversion_rate: '0.75',
        conversion_rate_low: '',
        coverage_pct: expect.stringMatching(/^(100|99\.\d)$/) as string,
      },
    ]);
    expect(await rowsOf('third-party')).toMatchObject([{ transactions: '5', conversion_rate: '1' }]);
  });
});
