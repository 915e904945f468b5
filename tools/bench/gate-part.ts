import type { BenchBrowser } from './bench-browser.ts';
import type { BenchContext } from './bench-context.ts';
import type { PartReport } from './bench-report.ts';
import { figureText } from './bench-table.ts';
import type { BenchRow } from './bench-table.ts';
import { ratio, spreadOf } from './statistics.ts';
import { wasmCards } from './wasm-part.ts';
import { watch } from './watch.ts';
import type { Watched } from './watch.ts';

const ENGINE = 'gate';
const FPS = 5;
/** The gate has seen the scene rest by then. */
const SETTLE_S = 5;
const TURNS = 2;

/** A scene: frames with people in it and the same place without. */
interface Place {
  readonly what: string;
  readonly busy: string;
  readonly empty: string;
}

const FOOTAGE: Place = { what: 'footage, 1280×720', busy: 'busy', empty: 'empty' };
const DRAWN: Place = { what: 'demo store, 960×540', busy: 'drawn', empty: 'drawn-empty' };

/** Both scenes of a place, turn by turn. */
interface Pair {
  readonly busy: readonly Watched[];
  readonly empty: readonly Watched[];
}

/** What an empty scene costs beside a busy one at the same frame rate. */
export async function gatePart({ options, busy, empty, withBrowser }: BenchContext): Promise<PartReport> {
  return withBrowser(async (browser) => {
    await browser.call('loadFrames', busy.set);
    await browser.call('loadFrames', empty.set);
    await browser.call('drawFrames', DRAWN.busy, false);
    await browser.call('drawFrames', DRAWN.empty, true);
    const { cards } = wasmCards();
    await browser.call('startEngine', ENGINE, { backend: 'wasm', threads: 1, cards });
    const seconds = (options.windowS * 2) / 3;
    const footage = await compare(browser, FOOTAGE, { seconds, turns: TURNS });
    const drawn = await compare(browser, DRAWN, { seconds, turns: 1 });
    return {
      section: {
        title: `Motion gate, one camera at ${FPS} frames a second`,
        rows: [...rowsOf(FOOTAGE, footage), ...rowsOf(DRAWN, drawn)],
        remarks: [
          'The empty scene of the footage is the median of the whole video with sensor noise (σ 2 of 255) that is new in each frame.',
        ],
      },
      figures: { gate_cpu_ratio: cpuRatio(footage), gate_cpu_ratio_demo: cpuRatio(drawn) },
    };
  });
}

async function compare(
  browser: BenchBrowser,
  place: Place,
  { seconds, turns }: { readonly seconds: number; readonly turns: number },
): Promise<Pair> {
  const pair: { busy: Watched[]; empty: Watched[] } = { busy: [], empty: [] };
  for (let turn = 0; turn < turns; turn++) {
    for (const scene of ['busy', 'empty'] as const) {
      const source = { kind: 'paced', set: place[scene], fps: FPS, firstFrame: 0, phaseMs: 0 } as const;
      const camera = { camera: 1, source, motionGate: true, targetFps: FPS };
      await browser.call('openCameras', ENGINE, [camera]);
      pair[scene].push(await watch(browser, ENGINE, { settleS: SETTLE_S, seconds }));
      await browser.call('closeCameras', ENGINE);
    }
  }
  return pair;
}

function rowsOf({ what }: Place, pair: Pair): BenchRow[] {
  const cpu = cpuRatio(pair);
  const beside = cpu === null ? '' : `; ${figureText(cpu)} × the busy scene`;
  return [
    { ...sceneRow(pair.busy), what: `${what}, busy` },
    { ...sceneRow(pair.empty, beside), what: `${what}, empty` },
  ];
}

function sceneRow(turns: readonly Watched[], beside = ''): Omit<BenchRow, 'what'> {
  const loads = loadsOf(turns);
  const cameras = turns.flatMap((turn) => turn.cameras);
  const analysed = cameras.reduce((sum, camera) => sum + camera.analysed, 0);
  const gated = cameras.reduce((sum, camera) => sum + camera.gated, 0);
  const seconds = turns.reduce((sum, turn) => sum + turn.seconds, 0);
  const note = `${figureText(analysed / seconds)} fps, ${gated} of ${analysed} frames without the network${beside}`;
  const measured = loads.length > 0 ? spreadOf(loads.map((load) => load * 1000)) : 'cannot be read here';
  return { threads: 1, measured, unit: loads.length > 0 ? 'ms of renderer a second' : '', note };
}

function loadsOf(turns: readonly Watched[]): number[] {
  return turns.flatMap(({ load }) => (load ? [load.renderer] : []));
}

function cpuRatio({ busy, empty }: Pair): number | null {
  const [busyLoads, emptyLoads] = [loadsOf(busy), loadsOf(empty)];
  if (busyLoads.length === 0 || emptyLoads.length === 0) return null;
  return ratio(spreadOf(emptyLoads).median, spreadOf(busyLoads).median);
}
