import { existsSync } from 'node:fs';
import { InputError } from '../mot-file.ts';
import type { Job } from './browser/protocol.ts';
import { readProgram, startProgram } from './programs.ts';
import type { RunningProgram } from './programs.ts';

/** A video file as its frames come out of the decoder. */
export interface Video extends Pick<Job, 'width' | 'height' | 'colour' | 'timesMs'> {
  readonly path: string;
  /** Time of one frame, ms: the median distance. */
  readonly intervalMs: number;
  /** The decoder's output format: the file's own where that is 4:2:0, so that nothing is converted. */
  readonly pixelFormat: 'yuv420p' | 'yuvj420p';
}

interface Stream {
  readonly width: number;
  readonly height: number;
  readonly pix_fmt?: string;
  readonly color_range?: string;
  readonly color_space?: string;
  readonly avg_frame_rate: string;
  readonly side_data_list?: readonly { readonly rotation?: number }[];
}

const STREAM = 'stream=width,height,pix_fmt,color_range,color_space,avg_frame_rate:stream_side_data=rotation';
const FIRST_PICTURE_STREAM = 'V:0'; // not a cover picture

/** Decodes a file once for the time of every frame. Throws `InputError` for what is no video, or has no frames. */
export async function probeVideo(path: string): Promise<Video> {
  if (!existsSync(path)) throw new InputError(`${path}: no such video`);
  const stream = await readStream(path);
  const intervalByRateMs = 1000 / rateOf(stream.avg_frame_rate);
  const timesMs = fromZero(await readTimes(path), intervalByRateMs);
  if (timesMs.length === 0) throw new InputError(`${path}: no frame could be decoded`);
  const turned = (stream.side_data_list ?? []).some(({ rotation = 0 }) => Math.abs(rotation) % 180 === 90);
  const fullRange = stream.color_range === 'pc' || stream.pix_fmt === 'yuvj420p';
  return {
    path,
    width: turned ? stream.height : stream.width,
    height: turned ? stream.width : stream.height,
    colour: { matrix: matrixOf(stream.color_space), fullRange },
    timesMs,
    intervalMs: medianInterval(timesMs) ?? intervalByRateMs,
    pixelFormat: fullRange ? 'yuvj420p' : 'yuv420p',
  };
}

/** Decodes every frame, none dropped or doubled, as raw I420. */
export function decodeVideo({ path, pixelFormat }: Video): RunningProgram {
  const input = ['-nostdin', '-v', 'error', '-i', path, '-map', `0:${FIRST_PICTURE_STREAM}`];
  return startProgram('ffmpeg', [
    ...input,
    ...['-fps_mode', 'passthrough', '-pix_fmt', pixelFormat, '-f', 'rawvideo', 'pipe:1'],
  ]);
}

async function readStream(path: string): Promise<Stream> {
  const text = await readProgram('ffprobe', [
    ...['-v', 'error', '-select_streams', FIRST_PICTURE_STREAM, '-show_entries', STREAM],
    ...['-of', 'json', path],
  ]);
  const { streams } = JSON.parse(text) as { readonly streams?: readonly Stream[] };
  const stream = streams?.[0];
  if (!stream) throw new InputError(`${path}: no video in this file`);
  return stream;
}

/** Seconds by frame; NaN where the file does not say. */
async function readTimes(path: string): Promise<number[]> {
  const text = await readProgram('ffprobe', [
    ...['-v', 'error', '-select_streams', FIRST_PICTURE_STREAM],
    ...['-show_entries', 'frame=best_effort_timestamp_time', '-of', 'csv=p=0', path],
  ]);
  const lines = text.split('\n').filter((line) => line.trim() !== '');
  return lines.map((line) => Number.parseFloat(line));
}

/** Times from the first frame on, ms. A frame that names none follows the one before by the file's frame rate. */
function fromZero(timesS: readonly number[], intervalMs: number): number[] {
  const first = timesS.find(Number.isFinite) ?? 0;
  const timesMs: number[] = [];
  for (const timeS of timesS) {
    const before = timesMs.at(-1);
    const known = Number.isFinite(timeS) ? (timeS - first) * 1000 : null;
    timesMs.push(known ?? (before === undefined ? 0 : before + intervalMs));
  }
  return timesMs;
}

function medianInterval(timesMs: readonly number[]): number | null {
  const steps = timesMs.slice(1).map((timeMs, index) => timeMs - (timesMs[index] ?? timeMs));
  return steps.sort((a, b) => a - b)[Math.floor(steps.length / 2)] ?? null;
}

function rateOf(fraction: string): number {
  const [over = 0, under = 1] = fraction.split('/').map(Number);
  return over > 0 && under > 0 ? over / under : 25;
}

function matrixOf(name: string | undefined): Job['colour']['matrix'] {
  if (name === 'bt709') return 'bt709';
  return name === 'smpte170m' || name === 'bt470bg' ? 'smpte170m' : null;
}
