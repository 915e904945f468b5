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
  const heard: string[] = [];
  setTimeout(() => heard.push('command'));
  for (let taken = 0; heard.length === 0 && taken < 1_000_000; taken++) {
    await turns.run(() => Promise.resolve());
  }
  expect(heard).toEqual(['command']);
});
