import type { BenchBrowser } from './bench-browser.ts';
import type { BenchContext } from './bench-context.ts';
import type { PartReport } from './bench-report.ts';
import { figureText } from './bench-table.ts';
import type { BenchRow } from './bench-table.ts';
import type { CameraJob } from './browser/protocol.ts';
import { ratio, spreadOf } from './statistics.ts';
import { appEngine, wasmCards } from './wasm-part.ts';
import { watch } from './watch.ts';
import type { Watched } from './watch.ts';

const ENGINE = 'cameras';
const CAMERAS = [1, 2, 4, 8];
const WANTED_FPS = 5;
const SETTLE_S = 3;
/** Where each camera begins in the same footage: far enough apart that no two show the same. */
const APART_FRAMES = 13;

/** Several cameras of 1280×720 at 5 frames a second on one engine. */
export async function camerasPart({ options, busy, withBrowser }: BenchContext): Promise<PartReport> {
  return withBrowser(async (browser) => {
    await browser.call('loadFrames', busy.set);
    const { cards } = wasmCards();
    const { threads } = await browser.call('startEngine', ENGINE, appEngine(cards));
    const runs: { readonly cameras: number; readonly watched: Watched }[] = [];
    for (const cameras of CAMERAS) {
      runs.push({ cameras, watched: await run(browser, cameras, options.windowS) });
    }
    const most = runs.at(-1)?.watched;
    return {
      section: {
        title: `Cameras, ${WANTED_FPS} frames a second wanted of each`,
        rows: runs.flatMap(({ cameras, watched }) => rowsOf(cameras, watched, threads)),
        remarks: [
          'The renderer holds the page, the vision worker and the worker that stands for the cameras. A processor’s worth is 1.00.',
        ],
      },
      figures: most ? { fairness_8: fairness(most), longest_task_ms: Math.max(0, ...most.longTasks) } : {},
    };
  });
}

async function run(browser: BenchBrowser, cameras: number, windowS: number): Promise<Watched> {
  const jobs = Array.from({ length: cameras }, (_, index): CameraJob => ({
    camera: index + 1,
    source: {
      kind: 'paced',
      set: 'busy',
      fps: WANTED_FPS,
      firstFrame: index * APART_FRAMES,
      phaseMs: (index * 1000) / WANTED_FPS / cameras,
    },
    motionGate: false,
    masks: [],
    targetFps: WANTED_FPS,
  }));
  await browser.call('openCameras', ENGINE, jobs);
  // Many cameras get few frames each: twice the time, so that one frame more or less says nothing.
  const seconds = windowS * (cameras > 4 ? 2 : 1);
  const watched = await watch(browser, ENGINE, { settleS: SETTLE_S, seconds });
  await browser.call('closeCameras', ENGINE);
  return watched;
}

function rowsOf(cameras: number, watched: Watched, threads: number): BenchRow[] {
  const rates = ratesOf(watched);
  const fair = fairness(watched);
  const ages = watched.cameras.flatMap(({ agesMs }) => agesMs);
  const age = ages.length > 0 ? `${spreadOf(ages).median.toFixed(0)} ms old when counted` : '';
  const what = `${cameras} ${cameras === 1 ? 'camera' : 'cameras'}`;
  const total = rates.reduce((sum, rate) => sum + rate, 0);
  return [
    {
      what: `${what}, frames a second of each`,
      threads,
      measured: spreadOf(rates),
      unit: 'fps',
      note: `${figureText(total)} in all; most ÷ least ${fair === null ? '–' : figureText(fair)}; ${age}`,
    },
    {
      what: `${what}, processor`,
      threads,
      measured: loadText(watched),
      unit: '',
      note: longTaskText(watched),
    },
  ];
}

function ratesOf({ cameras, seconds }: Watched): number[] {
  return cameras.map(({ analysed }) => analysed / seconds);
}

function fairness(watched: Watched): number | null {
  const rates = ratesOf(watched);
  return ratio(Math.max(...rates), Math.min(...rates));
}

function loadText({ load }: Watched): string {
  if (!load) return 'cannot be read here';
  return `renderer ${figureText(load.renderer)} (workers ${figureText(load.workers)}), other processes ${figureText(load.others)}`;
}

function longTaskText({ longTasks }: Watched): string {
  if (longTasks.length === 0) return 'no task of the page above 50 ms';
  return `${longTasks.length} tasks of the page above 50 ms, longest ${figureText(Math.max(...longTasks))} ms`;
}
