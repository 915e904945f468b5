import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { findProgram } from '../../tools/chromium.ts';
import { petsVideo } from '../../tools/pets.ts';

/** True where the footage of people is at hand, and the program that decodes it. */
export function hasPeopleVideo(): boolean {
  return existsSync(petsVideo()) && findProgram(['ffmpeg']) !== null;
}

/** Half a minute of people who walk about, for Chromium's fake camera; the file is written into `folder`. */
export function peopleVideo(folder: string): string {
  const file = join(folder, 'people.y4m');
  const size = ['-vf', 'scale=640:480', '-r', '10', '-pix_fmt', 'yuv420p'];
  const run = spawnSync('ffmpeg', ['-nostdin', '-v', 'error', '-i', petsVideo(), '-t', '30', ...size, file]);
  if (run.status !== 0) throw new Error(`ffmpeg could not decode the footage: ${String(run.stderr)}`);
  return file;
}
