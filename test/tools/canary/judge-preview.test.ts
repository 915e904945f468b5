import { describe, expect, test } from 'vitest';
import { previewFaults, PREVIEW_SIZE } from '../../../tools/canary/judge-preview.ts';

type Colour = readonly [number, number, number];
const { width, height } = PREVIEW_SIZE;

function photo(colourAt: (x: number, y: number) => Colour): Parameters<typeof previewFaults>[0] {
  const rgb = new Uint8Array(width * height * 3);
  for (let at = 0; at < width * height; at++) rgb.set(colourAt(at % width, Math.floor(at / width)), at * 3);
  return { width, height, rgb };
}

const greyOf = (x: number, y: number): number => ((x * 7 + y * 13) * 5) % 200;
const inBlocks = (side: number) => (x: number, y: number) => {
  const grey = greyOf(Math.floor(x / side), Math.floor(y / side));
  return [grey, grey, grey] as const;
};

describe('a photo of the set-up picture', () => {
  test('may show grey blocks, and flat shapes whose edge is blended with them', () => {
    const blocks = inBlocks(20);
    const withShape = photo((x, y) => {
      const share = Math.min(1, Math.max(0, 30 - Math.hypot(x - 200, y - 130)));
      const [grey] = blocks(x, y);
      const blended = [0x16, 0x5a, 0x80].map((channel) => Math.round(share * channel + (1 - share) * grey));
      return blended as unknown as Colour;
    });
    expect(previewFaults(withShape)).toEqual([]);
  });

  test.each([10, 5, 1])('holds no grey blocks of %i pixels where 20 are allowed', (side) => {
    expect(previewFaults(photo(inBlocks(side))).join()).toMatch(/^\d+ blocks hold more than one grey$/);
  });

  test('holds no other colours, not even in whole blocks', () => {
    const tinted = photo((x, y) => {
      const [grey] = inBlocks(20)(x, y);
      return [Math.min(255, grey + 30), grey, grey];
    });
    expect(previewFaults(tinted).join()).toMatch(/other colours/);
  });

  test('shows nothing of a scene where it is of one grey', () => {
    expect(previewFaults(photo(() => [90, 90, 90]))).toEqual(['only 1 greys are shown: nothing was tried']);
  });
});
