import { expect, test } from 'vitest';
import { createPause, createScheduler, type Seat } from '../../../workers/vision/scheduler.ts';

/** Asks for turn after turn until `frames` are had, and notes each. */
async function film(
  seat: Seat,
  name: string,
  { frames, log }: { frames: number; log: string[] },
): Promise<void> {
  for (let frame = 0; frame < frames; frame++) {
    await seat.turn(async () => {
      await Promise.resolve();
      log.push(name);
    });
  }
}

test('work runs alone, and cameras of equal share that keep asking take turns', async () => {
  const scheduler = createScheduler(createPause());
  const log: string[] = [];
  let running = 0;
  const camera = async (name: string): Promise<void> => {
    const seat = scheduler.join(1);
    for (let frame = 0; frame < 3; frame++) {
      await seat.turn(async () => {
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

test('a camera of double share has twice the turns, and one that leaves has none', async () => {
  const scheduler = createScheduler(createPause());
  const log: string[] = [];
  const [door, till, left] = [scheduler.join(20), scheduler.join(10), scheduler.join(10)];
  const gone = left.turn(() => Promise.resolve(void log.push('left')));
  left.leave();
  await gone;
  await Promise.all([film(door, 'd', { frames: 12, log }), film(till, 't', { frames: 6, log })]);
  expect(log.join('')).toMatch(/^(?:[dt]{3})+$/);
  for (let cycle = 0; cycle < 15; cycle += 3) {
    expect(log.slice(cycle, cycle + 3).filter((name) => name === 'd')).toHaveLength(2);
  }
});

test('a failure is told to whoever asked, and the next one has its turn', async () => {
  const scheduler = createScheduler(createPause());
  const failed = scheduler.join(1).turn(() => Promise.reject(new Error('engine')));
  const next = scheduler.join(1).turn(() => Promise.resolve());
  await expect(failed).rejects.toThrow('engine');
  await expect(next).resolves.toBeUndefined();
});

test('a camera that asks after everybody was served is served at once', async () => {
  const scheduler = createScheduler(createPause());
  const log: string[] = [];
  const seat = scheduler.join(1);
  await film(seat, 'a', { frames: 3, log });
  await new Promise((resolve) => setTimeout(resolve));
  await film(seat, 'a', { frames: 2, log });
  expect(log.join('')).toBe('aaaaa');
});

test('other tasks run between turns, so that commands are heard', async () => {
  const seat = createScheduler(createPause()).join(1);
  const heard: string[] = [];
  setTimeout(() => heard.push('command'));
  for (let taken = 0; heard.length === 0 && taken < 1_000_000; taken++) {
    await seat.turn(() => Promise.resolve());
  }
  expect(heard).toEqual(['command']);
});
