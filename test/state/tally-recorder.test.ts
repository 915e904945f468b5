import { describe, expect, it } from 'vitest';
import { createProblemList } from '../../src/state/problem-list.ts';
import { MAX_PENDING, TallyRecorder } from '../../src/state/tally-recorder.ts';
import { ManualClock, settle } from './ports/manual-clock.ts';
import { MemoryArchive } from './ports/memory-archive.ts';
import { aTally } from './ports/memory-ports.ts';

function aRecorder() {
  const archive = new MemoryArchive();
  const problems = createProblemList(new ManualClock());
  return { archive, problems, recorder: new TallyRecorder(archive, problems) };
}

describe('tally recorder', () => {
  it('records each tally once and in order, however often it is asked', async () => {
    const { archive, recorder } = aRecorder();
    for (const atMs of [1, 2, 3]) recorder.push(aTally({ atMs }));
    await Promise.all([recorder.flush(), recorder.flush()]);
    recorder.push(aTally({ atMs: 4 }));
    await recorder.flush();
    expect(archive.recorded.map(({ atMs }) => atMs)).toEqual([1, 2, 3, 4]);
  });

  it('tells that the disk is full, and that it is over', async () => {
    const { archive, problems, recorder } = aRecorder();
    archive.problems.record = 'storage-full';
    recorder.push(aTally({}));
    await recorder.flush();
    expect(problems.notices.value.map(({ problem }) => problem.code)).toEqual(['storage-full']);
    delete archive.problems.record;
    recorder.push(aTally({}));
    await recorder.flush();
    expect(problems.notices.value).toEqual([]);
  });

  it('turns a dead worker into a problem', async () => {
    const { archive, problems, recorder } = aRecorder();
    archive.record = () => Promise.reject(new Error('terminated'));
    recorder.push(aTally({}));
    await recorder.flush();
    expect(problems.notices.value.map(({ problem }) => problem.code)).toEqual(['archive-worker-failed']);
  });

  it('refuses more than it may hold while the archive is busy, and says so', async () => {
    const { archive, problems, recorder } = aRecorder();
    for (let index = 0; index < MAX_PENDING + 5; index += 1) recorder.push(aTally({ atMs: index }));
    expect(problems.notices.value.map(({ problem }) => problem.code)).toEqual(['archive-worker-failed']);
    await recorder.flush();
    await settle();
    expect(archive.recorded).toHaveLength(MAX_PENDING);
  });
});
