import { describe, expect, it, test } from 'vitest';
import {
  judgeMinute,
  UNKNOWN_PICTURE,
  type PictureFinding,
  type PictureHealth,
  type SeenMinute,
} from '../../../src/core/detection/picture-health.ts';
import {
  altered,
  blurred,
  footageFrames,
  minuteOf,
  shifted,
  type Luma,
} from '../../builders/footage-frames.ts';

const judged = (minutes: readonly SeenMinute[], from: PictureHealth = UNKNOWN_PICTURE): PictureHealth =>
  minutes.reduce(judgeMinute, from);

const frames = footageFrames();
const reason = frames.length === 0 ? ' (skipped: no footage or no ffmpeg)' : '';

describe.skipIf(frames.length === 0)(`a camera's picture, by real footage${reason}`, () => {
  // One frame for a whole minute: people in view move the levels more than in the mean of a minute.
  const usual = frames.map(minuteOf);
  const learnt = judged(usual);
  const wrong = (alter: (luma: Luma) => Luma) => frames.slice(0, 6).map((luma) => minuteOf(alter(luma)));

  it('is fine from beginning to end, with people walking through it', () => {
    let health = UNKNOWN_PICTURE;
    for (const minute of usual) {
      health = judgeMinute(health, minute);
      expect(health.finding).toBeNull();
    }
  });

  test.each<{ name: string; alter: (luma: Luma) => Luma; finding: PictureFinding }>([
    { name: 'at night', alter: (luma) => altered(luma, (value) => value * 0.1), finding: 'dark' },
    { name: 'with the cap on', alter: (luma) => altered(luma, () => 2), finding: 'dark' },
    {
      name: 'behind paper',
      alter: (luma) => altered(luma, (_, x, y) => 150 + ((x * 7 + y * 13) % 5)),
      finding: 'covered',
    },
    { name: 'turned a little', alter: (luma) => shifted(luma, { x: 150, y: 100 }), finding: 'moved' },
    { name: 'turned the other way', alter: (luma) => shifted(luma, { x: -150, y: -100 }), finding: 'moved' },
    { name: 'sunk', alter: (luma) => shifted(luma, { x: 0, y: -80 }), finding: 'moved' },
    {
      name: 'covered by half',
      alter: (luma) => altered(luma, (value, x) => (x < 384 ? 30 : value)),
      finding: 'moved',
    },
    { name: 'with a greasy lens', alter: (luma) => blurred(luma, 5), finding: 'blurred' },
    { name: 'out of focus', alter: (luma) => blurred(luma, 12), finding: 'blurred' },
  ])('$name is $finding, and fine again when it is put right', ({ alter, finding }) => {
    const ill = judged(wrong(alter), learnt);
    expect(ill.finding).toBe(finding);
    expect(judged(usual.slice(0, 3), ill).finding).toBeNull();
  });

  test.each<{ name: string; alter: (luma: Luma) => Luma }>([
    { name: 'a third darker', alter: (luma) => altered(luma, (value) => value * 0.65) },
    { name: 'a third brighter', alter: (luma) => altered(luma, (value) => Math.min(255, value * 1.3)) },
    { name: 'hazy', alter: (luma) => altered(luma, (value) => 60 + value * 0.6) },
    { name: 'trembling by a few pixels', alter: (luma) => shifted(luma, { x: 4, y: 3 }) },
  ])('$name is fine', ({ alter }) => {
    expect(judged(wrong(alter), learnt).finding).toBeNull();
  });

  it('stays moved until somebody says that it is right so', () => {
    const elsewhere = wrong((luma) => shifted(luma, { x: -150, y: -100 }));
    let health = learnt;
    for (let hour = 0; hour < 24 * 10; hour++) health = judged(elsewhere, health);
    expect(health.finding).toBe('moved');
    expect(judged([...elsewhere, ...elsewhere, ...elsewhere], UNKNOWN_PICTURE).finding).toBeNull();
  });
});

describe('a finding', () => {
  const minute = (levels: readonly number[], sharpness = 10, brightness = 120): SeenMinute => ({
    look: { levels, sharpness },
    brightness,
  });
  const plain = (of: number): number[] => Array.from({ length: 12 }, () => of);
  const shop = [0, 1, 2, 3, 4, 5, 6, 7, 0, 1, 2, 3];
  const other = [7, 6, 5, 4, 3, 2, 1, 0, 7, 6, 5, 4];
  const learnt = judged(Array.from({ length: 20 }, () => minute(shop)));

  it('is made after three minutes and taken back after two', () => {
    const findings = [other, other, other, shop, shop].reduce<PictureHealth[]>(
      (all, levels) => [...all, judgeMinute(all.at(-1) ?? learnt, minute(levels))],
      [],
    );
    expect(findings.map(({ finding }) => finding)).toEqual([null, null, 'moved', 'moved', null]);
  });

  it('is not made of one minute in which somebody stands before the lens', () => {
    expect(judged([minute(plain(4)), minute(plain(4)), minute(shop)], learnt).finding).toBeNull();
  });

  it('does not flicker between its two limits', () => {
    const at = (sharpness: number) => [
      minute(shop, sharpness),
      minute(shop, sharpness),
      minute(shop, sharpness),
    ];
    const said = [6, 5, 6, 8].reduce<PictureHealth[]>(
      (all, sharpness) => [...all, judged(at(sharpness), all.at(-1) ?? learnt)],
      [],
    );
    expect(said.map(({ finding }) => finding)).toEqual([null, 'blurred', 'blurred', null]);
  });

  it('follows the daylight without being made', () => {
    let health = learnt;
    for (let step = 0; step <= 480; step++) {
      const levels = shop.map((level, block) =>
        Math.round(level + ((other[block] ?? 0) - level) * (step / 480) * 0.25),
      );
      health = judgeMinute(health, minute(levels));
      expect(health.finding).toBeNull();
    }
  });

  it('is none of a picture that is plain from the start', () => {
    expect(judged(Array.from({ length: 30 }, () => minute(plain(4)))).finding).toBeNull();
  });
});
