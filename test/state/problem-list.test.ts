import { describe, expect, it } from 'vitest';
import { createProblemList, MAX_NOTICES } from '../../src/state/problem-list.ts';
import { ManualClock } from './ports/manual-clock.ts';

describe('problem list', () => {
  it('shows one notice for a key, with the moment it began', async () => {
    const clock = new ManualClock(1000);
    const list = createProblemList(clock);
    list.report('camera:1', { code: 'camera-stalled' }, 'Door');
    await clock.advance(5000);
    list.report('camera:1', { code: 'camera-stalled' }, 'Door');
    expect(list.notices.value).toEqual([
      { key: 'camera:1', problem: { code: 'camera-stalled' }, subject: 'Door', sinceMs: 1000 },
    ]);
  });

  it('replaces the notice when the problem of a key becomes another', () => {
    const list = createProblemList(new ManualClock());
    list.report('camera:1', { code: 'camera-stalled' });
    list.report('camera:1', { code: 'camera-unreachable' });
    expect(list.notices.value.map(({ problem }) => problem.code)).toEqual(['camera-unreachable']);
  });

  it('keeps a dismissed notice away until it is settled', () => {
    const list = createProblemList(new ManualClock());
    list.report('storage', { code: 'storage-full' });
    list.dismiss('storage');
    list.report('storage', { code: 'storage-full' });
    expect(list.notices.value).toEqual([]);
    list.settle('storage');
    list.report('storage', { code: 'storage-full' });
    expect(list.notices.value).toHaveLength(1);
  });

  it('shows a dismissed key again when it is about something else', () => {
    const list = createProblemList(new ManualClock());
    list.report('storage', { code: 'storage-full' });
    list.dismiss('storage');
    list.report('storage', { code: 'record-rejected' });
    expect(list.notices.value.map(({ problem }) => problem.code)).toEqual(['record-rejected']);
  });

  it('is bounded: the oldest go first', () => {
    const list = createProblemList(new ManualClock());
    for (let id = 0; id < MAX_NOTICES + 3; id += 1) {
      list.report(`camera:${id}`, { code: 'camera-unreachable' });
    }
    expect(list.notices.value).toHaveLength(MAX_NOTICES);
    expect(list.notices.value[0]?.key).toBe('camera:3');
  });
});
