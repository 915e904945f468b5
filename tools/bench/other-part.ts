import type { BenchContext } from './bench-context.ts';
import type { PartReport } from './bench-report.ts';
import { figureText } from './bench-table.ts';
import type { BenchRow } from './bench-table.ts';
import { STAGES } from './browser/protocol.ts';
import type { Stage, StageTimes } from './browser/protocol.ts';
import { ratio, spreadOf } from './statistics.ts';
import { wasmCards } from './wasm-part.ts';
import { loadBetween } from './watch.ts';

const WARM_UP_FRAMES = 5;
/** Frames timed step by step for each round of the benchmark. */
const FRAMES_A_ROUND = 5;
const REPEATED_FRAMES = 300;

const NAMES: Readonly<Record<Stage, string>> = {
  copy: 'copyTo, masks and luma grid',
  gate: 'motion gate',
  paint: 'letterbox and colour',
  network: 'network',
  suppress: 'suppression of overlapping boxes',
  forget: 'overwriting of pixels',
  track: 'tracker',
  count: 'lines and zones',
};

/** Everything but the network, step by step, for a frame of 1280×720. */
export async function otherPart({ options, busy, withBrowser }: BenchContext): Promise<PartReport> {
  return withBrowser(async (browser) => {
    await browser.call('loadFrames', busy.set);
    const { chosen } = wasmCards();
    await browser.call('startStages', { backend: 'wasm', threads: 1, cards: [chosen] });
    await browser.call('timeStages', WARM_UP_FRAMES);
    const times = await browser.call('timeStages', options.rounds * FRAMES_A_ROUND);
    const before = await browser.processTimes();
    await browser.call('repeatWithoutNetwork', REPEATED_FRAMES);
    const load = loadBetween(before, await browser.processTimes(), REPEATED_FRAMES);
    const cpuMs = load ? load.renderer * 1000 : null;
    const { rows, otherMs, share } = summary(times);
    return {
      section: {
        title: 'Everything but the network, a frame of 1280×720',
        rows: [...rows, processorRow(cpuMs)],
        remarks: [
          'Steps are timed on one thread, so a step takes no more processor time than is shown. The row “processor time” is read from the system while frames are worked on without the network.',
        ],
      },
      figures: { other_ms: otherMs, other_share: share, other_cpu_ms: cpuMs },
    };
  });
}

/** Rows by step, their sum (of medians, the network left out), and its share of the network's time. */
export function summary(times: readonly StageTimes[]): {
  readonly rows: readonly BenchRow[];
  readonly otherMs: number;
  readonly share: number | null;
} {
  const spreads = STAGES.map((stage) => ({ stage, spread: spreadOf(times.map((time) => time[stage])) }));
  const median = (isNetwork: boolean) =>
    spreads
      .filter(({ stage }) => (stage === 'network') === isNetwork)
      .reduce((sum, { spread }) => sum + spread.median, 0);
  const otherMs = median(false);
  const share = ratio(otherMs, median(true));
  const note = share === null ? '' : `${(100 * share).toFixed(1)} % of the network’s time`;
  const rows = spreads.map(({ stage, spread }): BenchRow => {
    return { what: NAMES[stage], threads: 1, measured: spread, unit: 'ms', note: '' };
  });
  const sum = {
    what: 'sum without the network',
    threads: 1,
    measured: figureText(otherMs),
    unit: 'ms',
    note,
  };
  return { rows: [...rows, sum], otherMs, share };
}

function processorRow(cpuMs: number | null): BenchRow {
  const measured = cpuMs === null ? 'cannot be read here' : figureText(cpuMs);
  const note = 'whole renderer, showing the frames included';
  return { what: 'processor time a frame', threads: 1, measured, unit: cpuMs === null ? '' : 'ms', note };
}
