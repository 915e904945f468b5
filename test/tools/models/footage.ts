import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { petsVideo } from '../../../tools/pets.ts';
import type { Picture } from './drawn-picture.ts';

/** Whether real footage and the program that reads it are installed. */
export function footageIsThere(): boolean {
  try {
    execFileSync('ffmpeg', ['-version'], { stdio: 'ignore' });
    return existsSync(petsVideo());
  } catch {
    return false;
  }
}

export interface FootageSpec {
  readonly width: number;
  readonly height: number;
  /** ffmpeg's: how a picture of this size is made of the video's. */
  readonly filter: string;
  readonly atS?: number;
}

/** One frame of the video, in which people walk. */
export function readFootage({ width, height, filter, atS = 0 }: FootageSpec): Picture {
  const args = ['-v', 'error', '-ss', String(atS), '-i', petsVideo(), '-vf', filter, '-frames:v', '1'];
  const rgba = execFileSync('ffmpeg', [...args, '-f', 'rawvideo', '-pix_fmt', 'rgba', '-'], {
    maxBuffer: 2 ** 24,
  });
  return { width, height, rgba: Uint8Array.from(rgba) };
}
