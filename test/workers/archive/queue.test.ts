import { describe, expect, it } from 'vitest';
import { aRecordingPc, aVisit, QUEUE, valueOf, type TestPc } from './a-shop.ts';

const QUARTER_S = 900;
const NINE = Date.parse('2026-11-24T09:00:00+09:00');

/** A quarter in which so many wait a minute and a half each, one after the other. */
async function aQuarterWith(people: number): Promise<TestPc> {
  const pc = await aRecordingPc('2026-11-24T09:00:00+09:00');
  await pc.run(QUARTER_S + 30, (atMs) => {
    const second = (atMs - NINE) / 1000;
    const isEnd = second % 100 === 0 && second / 100 <= people;
    return isEnd ? { events: aVisit(atMs, 90_000, { zone: 1 }), zonesNow: [0, 1, 0] } : {};
  });
  return pc;
}

const queueOf = async (pc: TestPc) => {
  const query = { fromMs: NINE, toMs: NINE + QUARTER_S * 1000, intervalMinutes: 15 } as const;
  const [slot] = valueOf(await pc.archive.history(query));
  return slot?.queues.find(({ zone }) => zone === QUEUE);
};

/** The queue's row of the file, by column. */
async function exportedQueue(pc: TestPc): Promise<Record<string, string>> {
  const query = {
    fromMs: NINE,
    toMs: NINE + QUARTER_S * 1000,
    intervalMinutes: 15,
    profile: 'in-house',
  } as const;
  const { text } = valueOf(
    await pc.archive.exportCsv({ ...query, recipient: 'head office', purpose: 'test' }),
  );
  const [head, ...rows] = text
    .trim()
    .split('\r\n')
    .map((row) => row.split(','));
  const row = rows.find((cells) => cells.includes('queue')) ?? [];
  return Object.fromEntries((head ?? []).map((column, index) => [column, row[index] ?? '']));
}

describe('a queue', () => {
  it('has a length and a wait in the history', async () => {
    const queue = await queueOf(await aQuarterWith(8));
    expect(queue).toMatchObject({ suppressed: false, lengthPersonSeconds: 720, waitMedianS: 90 });
    expect(queue?.lengthMax).toBeGreaterThan(0);
    expect(queue?.waitBands?.reduce((sum, count) => sum + count, 0)).toBe(8);
  });

  it('has both in the exported file', async () => {
    const row = await exportedQueue(await aQuarterWith(8));
    expect(row).toMatchObject({ visits: '8', wait_p50_s: '90', queue_length_avg: '0.8' });
    expect(Number(row['wait_p90_s'])).toBeGreaterThan(90);
    expect(Number(row['queue_length_max'])).toBeGreaterThan(0);
    expect(row).toMatchObject({ dwell_p50_s: '', occupancy_avg: '' });
  });

  it('of four people is told in neither', async () => {
    const pc = await aQuarterWith(4);
    expect(await queueOf(pc)).toMatchObject({ suppressed: true, waitMedianS: null, lengthMax: null });
    const row = await exportedQueue(pc);
    expect(row).toMatchObject({ wait_p50_s: '', queue_length_avg: '', data_status: 'suppressed' });
  });
});
