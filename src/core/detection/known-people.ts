import type { KeptBox } from './suppress.ts';

/**
 * Whom each model sees in the known frame of its size, by name of its card: written by
 * `npm run models -- --update`.
 */
export const KNOWN_PEOPLE: Readonly<Record<string, readonly KeptBox[]>> = {
  'nanodet-416x256': [
    { box: { left: 195.3, top: 75.9, right: 236.8, bottom: 181.5 }, score: 0.858 },
    { box: { left: 308.1, top: 82.4, right: 357.4, bottom: 205.6 }, score: 0.803 },
    { box: { left: 63.8, top: 75.3, right: 117.3, bottom: 208.9 }, score: 0.527 },
  ],
  'nanodet-512x384': [
    { box: { left: 73.2, top: 113, right: 151.8, bottom: 311.1 }, score: 0.867 },
    { box: { left: 375.1, top: 125.5, right: 444.6, bottom: 304.3 }, score: 0.814 },
    { box: { left: 233.3, top: 112.4, right: 297.8, bottom: 272.9 }, score: 0.687 },
  ],
  'nanodet-416x416': [
    { box: { left: 50.1, top: 121.8, right: 135.3, bottom: 337.5 }, score: 0.88 },
    { box: { left: 293.1, top: 135, right: 371.7, bottom: 328.1 }, score: 0.864 },
    { box: { left: 182.7, top: 122.5, right: 249.6, bottom: 296.2 }, score: 0.779 },
  ],
  'nanodet-640x384': [
    { box: { left: 101.9, top: 113.5, right: 180.7, bottom: 312 }, score: 0.882 },
    { box: { left: 475.2, top: 124.9, right: 547.2, bottom: 304.5 }, score: 0.823 },
    { box: { left: 299.7, top: 112.5, right: 364.9, bottom: 273.5 }, score: 0.66 },
  ],
  'nanodet-320x192': [
    { box: { left: 238.5, top: 60.8, right: 274, bottom: 153 }, score: 0.887 },
    { box: { left: 151.7, top: 56.5, right: 180.9, bottom: 136.9 }, score: 0.877 },
    { box: { left: 51.8, top: 57.1, right: 90.6, bottom: 155.9 }, score: 0.832 },
  ],
  'nanodet-352x256': [
    { box: { left: 163.1, top: 75.8, right: 204.9, bottom: 181.1 }, score: 0.85 },
    { box: { left: 258.3, top: 83, right: 303.9, bottom: 205.1 }, score: 0.833 },
    { box: { left: 50.8, top: 74.4, right: 103.9, bottom: 208.5 }, score: 0.454 },
  ],
  'centernet-512x512': [
    { box: { left: 361.2, top: 163.7, right: 454.3, bottom: 409.6 }, score: 0.746 },
    { box: { left: 225.6, top: 150.8, right: 304.9, bottom: 363.1 }, score: 0.667 },
    { box: { left: 59.1, top: 154.1, right: 162.4, bottom: 420.6 }, score: 0.549 },
  ],
  'centernet-512x384': [
    { box: { left: 236.5, top: 113.2, right: 297.2, bottom: 273.2 }, score: 0.753 },
    { box: { left: 72.3, top: 112.3, right: 149.6, bottom: 315.1 }, score: 0.733 },
    { box: { left: 375, top: 125, right: 444.2, bottom: 304.3 }, score: 0.712 },
  ],
  'centernet-512x288': [
    { box: { left: 244.5, top: 84.4, right: 288.2, bottom: 204.9 }, score: 0.699 },
    { box: { left: 84.3, top: 83.6, right: 138.9, bottom: 235.8 }, score: 0.696 },
    { box: { left: 382.4, top: 92.6, right: 434, bottom: 227.8 }, score: 0.662 },
  ],
};
