import { PLAIN, type PictureLook } from './picture-look.ts';

/** What is wrong with a camera's picture. */
export type PictureFinding =
  /** Too dark to see people: the light is out, or something covers the lens. */
  | 'dark'
  /** Bright and plain: something is right in front of the lens. */
  | 'covered'
  /** Other things are bright and dark than usually: the camera was moved, or what it sees was. */
  | 'moved'
  /** Much less fine detail than usually: dirt on the lens, or out of focus. */
  | 'blurred';

/** One minute of a camera. */
export interface SeenMinute {
  readonly look: PictureLook;
  /** Mean luma, 0–255. */
  readonly brightness: number;
}

/** How the picture usually looks. Means of small integers; it follows the daylight slowly. */
interface UsualLook {
  readonly levels: readonly number[];
  readonly sharpness: number;
  readonly minutes: number;
}

/** What is known of a camera's picture, from minute to minute. */
export interface PictureHealth {
  readonly finding: PictureFinding | null;
  readonly usual: UsualLook | null;
  /** What the newest minutes say, and how many of them in a row. */
  readonly said: PictureFinding | null;
  readonly minutes: number;
}

/** A camera of which nothing is known yet. Also how a person confirms that what is seen now is right. */
export const UNKNOWN_PICTURE: PictureHealth = { finding: null, usual: null, said: null, minutes: 0 };

/** So many minutes in a row say it before it is believed, and deny it before it is taken back. */
const BELIEVED = 3;
const TAKEN_BACK = 2;
/** Minutes before the usual look is known at all. */
const LEARNT = 10;
/** Weight of a new minute in the usual look: daylight moves over hours, a camera in a minute. */
const FOLLOWS = 1 / 120;

/** The first limit raises a finding, the second one, beyond which it is over, keeps it from flickering. */
const LIMITS = {
  /** Mean luma. */
  dark: { raise: 20, end: 30 },
  /** Sum over the blocks of the differences from the usual levels. */
  moved: { raise: 6, end: 4 },
  /** Share of the usual sharpness. */
  blurred: { raise: 0.55, end: 0.7 },
} as const;

/** Takes one minute in. While something is wrong the usual look stays as it was: a moved camera does not become usual. */
export function judgeMinute(before: PictureHealth, minute: SeenMinute): PictureHealth {
  const said = classify(before, minute);
  const minutes = said === before.said ? before.minutes + 1 : 1;
  const isBelieved = minutes >= (said === null ? TAKEN_BACK : BELIEVED);
  return {
    finding: isBelieved ? said : before.finding,
    usual: said === null ? learn(before.usual, minute.look) : before.usual,
    said,
    minutes,
  };
}

function classify({ finding, usual }: PictureHealth, minute: SeenMinute): PictureFinding | null {
  const { look, brightness } = minute;
  const limit = (of: keyof typeof LIMITS): number => LIMITS[of][finding === of ? 'end' : 'raise'];
  if (brightness < limit('dark')) return 'dark';
  if (!usual || usual.minutes < LEARNT) return null;
  if (isPlain(look.levels) && !isPlain(usual.levels)) return 'covered';
  if (distance(look.levels, usual.levels) >= limit('moved')) return 'moved';
  return look.sharpness <= usual.sharpness * limit('blurred') ? 'blurred' : null;
}

function isPlain(levels: readonly number[]): boolean {
  return levels.every((level) => Math.abs(level - PLAIN) < 0.5);
}

function distance(levels: readonly number[], usual: readonly number[]): number {
  return levels.reduce((sum, level, block) => sum + Math.abs(level - (usual[block] ?? level)), 0);
}

function learn(usual: UsualLook | null, { levels, sharpness }: PictureLook): UsualLook {
  if (!usual) return { levels, sharpness, minutes: 1 };
  const weight = Math.max(FOLLOWS, 1 / (usual.minutes + 1));
  const towards = (from: number, to: number): number => from + weight * (to - from);
  return {
    levels: usual.levels.map((level, block) => towards(level, levels[block] ?? level)),
    sharpness: towards(usual.sharpness, sharpness),
    minutes: usual.minutes + 1,
  };
}
