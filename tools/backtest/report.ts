import type { ModelCard } from '../../src/contracts/vision.ts';
import type { CountingEvent, Direction } from '../../src/core/counting/counting-event.ts';
import type { SceneFile } from '../../src/core/site/parse-scene-file.ts';
import type { BacktestRun } from './run-in-browser.ts';
import type { Video } from './video.ts';

/** OUT.json. Times in ms from the first frame. All but `timing` is the same in every run. */
export interface BacktestReport {
  readonly frames: number;
  /** Frames on which the network rested: nobody was there and nothing moved. */
  readonly gated_frames: number;
  readonly duration_ms: number;
  readonly model: { readonly name: string; readonly sha256: string };
  readonly lines: Readonly<Record<string, LineReport>>;
  readonly zones: Readonly<Record<string, ZoneReport>>;
  readonly timing: {
    readonly wall_s: number;
    /** Of the frames that the network looked at. */
    readonly detect_ms_median: number;
    readonly other_ms_median: number;
  };
}

/** Staff are left out, here and in zones. */
export interface LineReport {
  readonly in: number;
  readonly out: number;
  readonly events: readonly { readonly at_ms: number; readonly direction: Direction }[];
}

export interface ZoneReport {
  readonly visits: number;
  /** In the order in which the visits ended. */
  readonly dwell_ms: readonly number[];
  readonly person_seconds: number;
  readonly occupancy_max: number;
}

/** Puts a run in the form of OUT.json; lines and zones under the names of the scene file. */
export function reportOf(
  { frames, closing }: BacktestRun,
  { scene, video }: { readonly scene: SceneFile; readonly video: Video },
  about: { readonly model: ModelCard; readonly wallS: number },
): BacktestReport {
  const events = [...frames.flatMap((frame) => frame.events), ...closing].filter(({ staff }) => !staff);
  const highest = (zone: number) =>
    frames.reduce((most, { zonesNow }) => Math.max(most, zonesNow[zone] ?? 0), 0);
  return {
    frames: frames.length,
    gated_frames: frames.filter(({ isGated }) => isGated).length,
    duration_ms: Math.round((video.timesMs.at(-1) ?? 0) + video.intervalMs),
    model: { name: about.model.name, sha256: about.model.sha256 },
    lines: Object.fromEntries(scene.lines.map(({ name }, line) => [name, lineReport(events, line)])),
    zones: Object.fromEntries(
      scene.zones.map(({ name }, zone) => [name, zoneReport(events, zone, highest(zone))]),
    ),
    timing: {
      wall_s: round(about.wallS, 2),
      detect_ms_median: round(
        median(frames.filter(({ isGated }) => !isGated).map(({ detectMs }) => detectMs)),
        2,
      ),
      other_ms_median: round(median(frames.map(({ otherMs }) => otherMs)), 2),
    },
  };
}

function lineReport(events: readonly CountingEvent[], line: number): LineReport {
  const crossings = events
    .filter((event) => event.kind === 'crossing')
    .filter((event) => event.line === line)
    .map(({ atMs, direction }) => ({ at_ms: Math.round(atMs), direction }))
    .sort((a, b) => a.at_ms - b.at_ms);
  const count = (direction: Direction) =>
    crossings.filter((crossing) => crossing.direction === direction).length;
  return { in: count('in'), out: count('out'), events: crossings };
}

function zoneReport(events: readonly CountingEvent[], zone: number, occupancyMax: number): ZoneReport {
  const visits = events.filter((event) => event.kind === 'visit').filter((event) => event.zone === zone);
  const stays = events.filter((event) => event.kind === 'stay').filter((event) => event.zone === zone);
  return {
    visits: visits.length,
    dwell_ms: visits.map(({ fromMs, toMs }) => Math.round(toMs - fromMs)),
    person_seconds: round(
      stays.reduce((sum, { fromMs, toMs }) => sum + (toMs - fromMs) / 1000, 0),
      3,
    ),
    occupancy_max: occupancyMax,
  };
}

/** 0 for no values. */
function median(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;
}

function round(value: number, digits: number): number {
  return Number(value.toFixed(digits));
}
