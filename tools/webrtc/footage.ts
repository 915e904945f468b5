import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, renameSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { petsVideo } from '../pets.ts';

const FOLDER = fileURLToPath(new URL('../../.cache/webrtc/', import.meta.url));

/** H.264 as a gateway passes it on: no B-frames, a keyframe each second with its parameter sets. */
const H264 =
  '-an -c:v libx264 -preset veryfast -tune zerolatency -profile:v baseline -bf 0 -g 10 -b:v 1200k -maxrate 1500k ' +
  '-bufsize 750k -pix_fmt yuv420p -x264-params repeat-headers=1';
/** What Chromium without a decoder for it must turn down. */
const H265 = '-an -c:v libx265 -preset ultrafast -x265-params keyint=10:repeat-headers=1:log-level=error';

/** Seconds in which the first picture of `pets-pass` stands still before the footage begins. */
export const LEAD_IN_S = 12;
/** The footage is 795 frames at 10 frames/s; its last picture stands still for a while. */
export const PASS_S = 79.5;
export const LEAD_OUT_S = 4;

const INPUT = ['-f', 'avi', '-r', '10', '-i', petsVideo()];
const CLIPS = {
  /** PETS S2.L1 once, between still pictures. */
  'pets-pass': [
    ...INPUT,
    '-vf',
    `tpad=start_duration=${LEAD_IN_S}:start_mode=clone:stop_duration=${LEAD_OUT_S}:stop_mode=clone`,
    ...H264.split(' '),
  ],
  /** The first twenty seconds: people are in it all the time. */
  'pets-start': [...INPUT, '-t', '20', ...H264.split(' ')],
  'pets-h265': [...INPUT, '-t', '5', ...H265.split(' ')],
} as const;

export type Clip = keyof typeof CLIPS;

/** Path of the encoded clip. Encoded once: a feed that only copies it costs next to nothing. */
export function encodedClip(clip: Clip): string {
  const path = `${FOLDER}${clip}.mp4`;
  if (existsSync(path)) return path;
  mkdirSync(FOLDER, { recursive: true });
  const partial = `${FOLDER}${clip}.partial.mp4`;
  const run = spawnSync('ffmpeg', ['-v', 'error', '-y', ...CLIPS[clip], partial], { encoding: 'utf8' });
  if (run.status !== 0) throw new Error(`${clip}: ffmpeg failed\n${run.stderr}`);
  renameSync(partial, path);
  return path;
}
