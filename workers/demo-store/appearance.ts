/** Colours of one drawn person, CSS. They exist to vary what the detector sees and mean nothing. */
export interface Appearance {
  readonly skin: string;
  readonly hair: string;
  readonly top: string;
  readonly topShade: string;
  readonly legs: string;
  readonly legsShade: string;
  readonly shoes: string;
  readonly hairIsLong: boolean;
  readonly wearsSkirt: boolean;
  readonly sleevesAreShort: boolean;
  readonly carries: 'nothing' | 'bag' | 'backpack';
}

const SKIN = ['#f0cba8', '#e3b48d', '#d9a77e', '#b98560', '#8d5f42'];
const HAIR = ['#1d1815', '#2a211c', '#3b2b20', '#52392a', '#767069'];
const TOPS = [
  ['#2f4a73', '#22375a'],
  ['#8a2f35', '#6b2228'],
  ['#e9e6df', '#c3bfb5'],
  ['#37474a', '#263335'],
  ['#47663f', '#344d2e'],
  ['#c9853a', '#a3682a'],
  ['#23242b', '#16171c'],
  ['#6f93b8', '#567794'],
  ['#7c4a72', '#5f3757'],
  ['#b7a88c', '#95886f'],
  ['#d2b13f', '#ad8f2c'],
  ['#556b8d', '#405270'],
] as const;
const LEGS = [
  ['#23304a', '#182236'],
  ['#2b2b2f', '#1b1b1e'],
  ['#4b4f57', '#373a41'],
  ['#6b5d49', '#524636'],
  ['#3a506b', '#2b3d53'],
  ['#3d3a33', '#2b2924'],
] as const;
const SHOES = ['#1c1a19', '#3a2a20', '#e4e2dc', '#4a4a50'];

/** The appearance that a look number stands for. */
export function appearanceOf(look: number): Appearance {
  const pick = <T>(from: readonly [T, ...T[]] | readonly T[], shift: number): T => {
    const value = from[Math.floor(look / shift) % from.length];
    if (value === undefined) throw new Error('empty palette');
    return value;
  };
  const [top, topShade] = pick(TOPS, 1);
  const [legs, legsShade] = pick(LEGS, 12);
  const kind = Math.floor(look / 72);
  return {
    top,
    topShade,
    legs,
    legsShade,
    skin: pick(SKIN, 5),
    hair: pick(HAIR, 7),
    shoes: pick(SHOES, 11),
    hairIsLong: kind % 3 === 0,
    wearsSkirt: kind % 6 === 0,
    sleevesAreShort: kind % 5 === 1,
    carries: kind % 4 === 1 ? 'bag' : kind % 7 === 2 ? 'backpack' : 'nothing',
  };
}
