import { chooseCards } from '../backtest/model-choice.ts';
import type { DemoJob, DemoOutcome } from './browser/demo-protocol.ts';
import { runDemo } from './run-demo.ts';
import { aimed, told } from './table.ts';
import type { Row, Section } from './table.ts';

/** What the demo store is asked for; `fps` as the app asks it. */
export interface DemoOptions extends Pick<DemoJob, 'seed' | 'crowding' | 'fps' | 'minutes' | 'motionGate'> {
  readonly model: string | null;
}

/** The demo store, drawn, detected, tracked and counted in the app's own workers, against its exact figures. */
export async function demoSection(
  options: DemoOptions,
  onProgress: (simulatedMs: number) => void,
): Promise<Section> {
  const { model, ...run } = options;
  const { seed, crowding, fps, minutes } = run;
  const outcome = await runDemo({ ...run, cards: chooseCards(model) }, onProgress);
  const title = `Demo store, seed ${seed}, ${crowding}, ${minutes} simulated minutes at ${fps} frames a second`;
  return { title, rows: demoRows(outcome) };
}

/** The figures of one run: in and out, passers-by, visits and person-seconds. */
export function demoRows({ counted, truth, frames, gated, detectMs, otherMs }: DemoOutcome): Row[] {
  const [entrance, street] = [0, 1].map((line) => pairOf(counted.lines[line], truth.lines[line]));
  const visits = counted.zones.map((zone, at) => [zone.visits, truth.zones[at]?.visits ?? 0] as const);
  const shelves = sum(visits);
  return [
    ...(entrance ?? []).map(([name, pair]) => compared(name, pair, 0.05)),
    ...(street ?? []).map(([name, [count, exact]]) => told(`passers-by, ${name}`, `${count} of ${exact}`)),
    compared('zone visits, all zones', shelves, 0.1),
    ...visits.map(([count, exact], at) => told(`zone ${at + 1}, visits`, `${count} of ${exact}`)),
    ...counted.zones.map((zone, at) =>
      told(
        `zone ${at + 1}, person-seconds`,
        `${zone.personSeconds.toFixed(0)} of ${(truth.zones[at]?.personSeconds ?? 0).toFixed(0)}`,
      ),
    ),
    told('frames, and those on which the network rested', `${frames}, ${gated}`),
    told(
      'median ms a frame: network, the rest',
      `${detectMs.toFixed(0)}, ${otherMs.toFixed(0)} (this computer, now)`,
    ),
  ];
}

type Pair = readonly [count: number, exact: number];
type Directions = { readonly in: number; readonly out: number };

function pairOf(counted: Directions | undefined, exact: Directions | undefined): (readonly [string, Pair])[] {
  return (['in', 'out'] as const).map((way) => [way, [counted?.[way] ?? 0, exact?.[way] ?? 0]]);
}

function sum(pairs: readonly Pair[]): Pair {
  return pairs.reduce<Pair>(([count, exact], pair) => [count + pair[0], exact + pair[1]], [0, 0]);
}

function compared(what: string, [count, exact]: Pair, tolerance: number): Row {
  const isMet = Math.abs(count - exact) <= tolerance * exact;
  return aimed(what, `${count} of ${exact}`, { target: `± ${tolerance * 100} %`, isMet });
}
