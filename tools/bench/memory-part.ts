import { statSync } from 'node:fs';
import type { BenchBrowser } from './bench-browser.ts';
import type { BenchContext } from './bench-context.ts';
import type { PartReport } from './bench-report.ts';
import { figureText } from './bench-table.ts';
import type { BenchRow } from './bench-table.ts';
import { peakMemoryMb } from './process-times.ts';
import { ratio } from './statistics.ts';
import { appEngine, wasmCards } from './wasm-part.ts';

const ENGINE = 'memory';
const WARM_UP_FRAMES = 50;
const MB = 2 ** 20;

/** Memory of page and workers after warm-up and after many frames. */
export async function memoryPart({ options, busy, withBrowser }: BenchContext): Promise<PartReport> {
  const frames = options.memoryFrames;
  return withBrowser(async (browser) => {
    await browser.call('loadFrames', busy.set);
    const { cards } = wasmCards();
    await browser.call('startEngine', ENGINE, appEngine(cards));
    const before = await memoryAfter(browser, WARM_UP_FRAMES);
    const after = await memoryAfter(browser, WARM_UP_FRAMES + frames);
    const peak = await peakOfRenderer(browser);
    const share = ratio(after, before);
    const growth = share === null ? null : share - 1;
    const rows: BenchRow[] = [
      memoryRow(
        `after ${WARM_UP_FRAMES} frames`,
        `${figureText(before / MB)} MB`,
        'JavaScript and WebAssembly',
      ),
      memoryRow(
        `after ${frames} more`,
        `${figureText(after / MB)} MB`,
        growth === null ? '' : `${(100 * growth).toFixed(2)} % more`,
      ),
      memoryRow(
        'renderer, most ever',
        peak === null ? 'cannot be read here' : `${figureText(peak)} MB`,
        `resident set; the ${figureText(statSync(busy.path).size / MB)} MB of frames to show are part of it`,
      ),
    ];
    return {
      section: { title: 'Memory, one camera', rows, remarks: [] },
      figures: { heap_growth: growth, peak_rss_mb: peak },
    };
  });
}

/** Counts on until so many frames were counted since the start, closes the camera and measures. */
async function memoryAfter(browser: BenchBrowser, frames: number): Promise<number> {
  const source = { kind: 'endless', set: 'busy' } as const;
  await browser.call('openCameras', ENGINE, [
    { camera: 1, source, motionGate: false, masks: [], targetFps: null },
  ]);
  await browser.call('waitForFrames', ENGINE, frames);
  await browser.call('closeCameras', ENGINE);
  return browser.call('measureMemory');
}

async function peakOfRenderer(browser: BenchBrowser): Promise<number | null> {
  const renderers = (await browser.processTimes()).filter(({ kind }) => kind === 'renderer');
  const peaks = renderers.flatMap(({ pid }) => peakMemoryMb(pid) ?? []);
  return peaks.length > 0 ? Math.max(...peaks) : null;
}

function memoryRow(what: string, measured: string, note: string): BenchRow {
  return { what, threads: null, measured, unit: '', note };
}
