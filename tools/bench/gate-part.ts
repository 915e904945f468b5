import type { CameraSetup } from '../../src/contracts/vision.ts';
import type { BenchBrowser } from './bench-browser.ts';
import type { BenchContext } from './bench-context.ts';
import type { PartReport } from './bench-report.ts';
import { figureText } from './bench-table.ts';
import type { BenchRow } from './bench-table.ts';
import { STONE } from './footage.ts';
import { ratio, spreadOf } from './statistics.ts';
import { appEngine, wasmCards } from './wasm-part.ts';
import { watch } from './watch.ts';
import type { Watched } from './watch.ts';

const ENGINE = 'gate';
const FPS = 5;
/** The gate has seen the scene rest by then. */
const SETTLE_S = 4;
const TURNS = 2;

/** A camera that is watched. */
interface Scene {
  readonly what: string;
  readonly set: string;
  readonly masks: CameraSetup['masks'];
}

const BUSY: Scene = { what: 'footage, 1280×720, busy', set: 'busy', masks: [] };
const EMPTY: Scene = { what: 'footage, 1280×720, empty', set: 'empty', masks: [] };
const MASKED: Scene = { what: 'the same, its stone masked', set: 'empty', masks: [STONE] };
const DRAWN_BUSY: Scene = { what: 'demo store, 960×540, busy', set: 'drawn-busy', masks: [] };
const DRAWN_EMPTY: Scene = { what: 'demo store, 960×540, empty', set: 'drawn-empty', masks: [] };

/** What each scene cost, turn by turn. */
type Costs = ReadonlyMap<Scene, readonly Watched[]>;

/** What an empty scene costs beside a busy one at the same frame rate. */
export async function gatePart({ options, busy, empty, withBrowser }: BenchContext): Promise<PartReport> {
  return withBrowser(async (browser) => {
    for (const { set } of [busy, empty]) await browser.call('loadFrames', set);
    for (const { set } of [DRAWN_BUSY, DRAWN_EMPTY])
      await browser.call('drawFrames', set, set === DRAWN_EMPTY.set);
    const { cards } = wasmCards();
    const { threads } = await browser.call('startEngine', ENGINE, appEngine(cards));
    const seconds = (options.windowS * 2) / 3;
    const footage = await watchInTurn(browser, [BUSY, EMPTY, MASKED], { seconds, turns: TURNS });
    const drawn = await watchInTurn(browser, [DRAWN_BUSY, DRAWN_EMPTY], { seconds, turns: 1 });
    const ratios = {
      gate_cpu_ratio: cpuRatio(footage, EMPTY, BUSY),
      gate_cpu_ratio_masked: cpuRatio(footage, MASKED, BUSY),
      gate_cpu_ratio_demo: cpuRatio(drawn, DRAWN_EMPTY, DRAWN_BUSY),
    };
    return {
      section: {
        title: `Motion gate, one camera at ${FPS} frames a second`,
        rows: [
          sceneRow(footage, BUSY, { threads, share: null }),
          sceneRow(footage, EMPTY, { threads, share: ratios.gate_cpu_ratio }),
          sceneRow(footage, MASKED, { threads, share: ratios.gate_cpu_ratio_masked }),
          sceneRow(drawn, DRAWN_BUSY, { threads, share: null }),
          sceneRow(drawn, DRAWN_EMPTY, { threads, share: ratios.gate_cpu_ratio_demo }),
        ],
        remarks: [
          'The empty scene of the footage is the median of the whole video with sensor noise (σ 2 of 255) that is new in each frame. The detector takes a stone in it for a person at times; a mask over it is what an operator would draw.',
        ],
      },
      figures: ratios,
    };
  });
}

/** Watches one scene after the other, turn by turn. */
async function watchInTurn(
  browser: BenchBrowser,
  scenes: readonly Scene[],
  { seconds, turns }: { readonly seconds: number; readonly turns: number },
): Promise<Costs> {
  const costs = new Map(scenes.map((scene) => [scene, [] as Watched[]]));
  for (let turn = 0; turn < turns; turn++) {
    for (const scene of scenes) {
      const { set, masks } = scene;
      const source = { kind: 'paced', set, fps: FPS, firstFrame: 0, phaseMs: 0 } as const;
      await browser.call('openCameras', ENGINE, [
        { camera: 1, source, motionGate: true, masks, targetFps: FPS },
      ]);
      costs.get(scene)?.push(await watch(browser, ENGINE, { settleS: SETTLE_S, seconds }));
      await browser.call('closeCameras', ENGINE);
    }
  }
  return costs;
}

function sceneRow(
  costs: Costs,
  scene: Scene,
  { threads, share }: { readonly threads: number; readonly share: number | null },
): BenchRow {
  const turns = costs.get(scene) ?? [];
  const loads = loadsOf(costs, scene);
  const cameras = turns.flatMap((turn) => turn.cameras);
  const analysed = cameras.reduce((sum, camera) => sum + camera.analysed, 0);
  const gated = cameras.reduce((sum, camera) => sum + camera.gated, 0);
  const seconds = turns.reduce((sum, turn) => sum + turn.seconds, 0);
  const beside = share === null ? '' : `; ${figureText(share)} × the busy scene`;
  const note = `${figureText(analysed / seconds)} fps, ${gated} of ${analysed} frames without the network${beside}`;
  const measured = loads.length > 0 ? spreadOf(loads.map((load) => load * 1000)) : 'cannot be read here';
  return {
    what: scene.what,
    threads,
    measured,
    unit: loads.length > 0 ? 'ms of renderer a second' : '',
    note,
  };
}

function loadsOf(costs: Costs, scene: Scene): number[] {
  return (costs.get(scene) ?? []).flatMap(({ load }) => (load ? [load.renderer] : []));
}

function cpuRatio(costs: Costs, scene: Scene, beside: Scene): number | null {
  const [own, others] = [loadsOf(costs, scene), loadsOf(costs, beside)];
  if (own.length === 0 || others.length === 0) return null;
  return ratio(spreadOf(own).median, spreadOf(others).median);
}
