import { expect, test } from 'vitest';
import { createPause, createTurns } from '../../../workers/vision/turns.ts';

test('work runs alone, and cameras that keep asking take turns', async () => {
  const turns = createTurns(createPause());
  const log: string[] = [];
  let running = 0;
  const camera = async (name: string): Promise<void> => {
    for (let frame = 0; frame < 3; frame++) {
      await turns.run(async () => {
        running += 1;
        expect(running).toBe(1);
        await Promise.resolve();
        log.push(name);
        running -= 1;
      });
    }
  };
  await Promise.all(['a', 'b', 'c'].map(camera));
  expect(log.join('')).toBe('abcabcabc');
});

test('a failure is told to whoever asked, and the next one has its turn', async () => {
  const turns = createTurns(createPause());
  const failed = turns.run(() => Promise.reject(new Error('engine')));
  const next = turns.run(() => Promise.resolve());
  await expect(failed).rejects.toThrow('engine');
  await expect(next).resolves.toBeUndefined();
});

test('other tasks run between turns, so that commands are heard', async () => {
  const turns = createTurns(createPause());
  let heard = false;
  setTimeout(() => (heard = true));
  let taken = 0;
  while (!heard && taken < 1_000_000) {
    await turns.run(() => Promise.resolve());
    taken += 1;
  }
  expect(heard).toBe(true);
});
