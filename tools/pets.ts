import { fileURLToPath } from 'node:url';

/** PETS 2009 S2.L1 view 1 as Debian's package `opencv-doc` ships it; `PETS_VIDEO` names another copy. */
export function petsVideo(): string {
  return process.env.PETS_VIDEO ?? '/usr/share/doc/opencv-doc/examples/data/vtest.avi';
}

/** Folder of the ground truth: `SHARED_DATA`, default `../shared/data` beside the checkout. */
export function sharedData(): string {
  return process.env.SHARED_DATA ?? fileURLToPath(new URL('../../shared/data', import.meta.url));
}
