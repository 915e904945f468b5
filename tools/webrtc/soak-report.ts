import type { FrameLedger } from '../../src/contracts/tally.ts';

/** What a long run has shown. */
export interface SoakRun {
  readonly cameras: number;
  /** Resident memory of the renderers at each look, MB. */
  readonly memoryMb: readonly number[];
  /** The last ledger of each camera. */
  readonly ledgers: readonly Omit<FrameLedger, 'gated'>[];
  /** Peers of the page while it counted, and after it was stopped. */
  readonly peersRunning: number;
  readonly peersAfter: number;
  /** DELETE requests that the gateways granted, and sessions that they still know of. */
  readonly deleted: number;
  readonly sessionsAfter: number;
  readonly seconds: number;
}

/** Memory may waver by this much; a frame that is not closed costs as much within seconds. */
const MEMORY_MB = 30;
const MEMORY_SHARE = 0.04;

/** Everything that is not as promised, as sentences; none when all is well. */
export function soakFaults(run: SoakRun): readonly string[] {
  const faults: string[] = [];
  const grownMb = memoryGrowthMb(run.memoryMb);
  const mayGrowMb = Math.max(MEMORY_MB, MEMORY_SHARE * (run.memoryMb[0] ?? 0));
  if (grownMb > mayGrowMb) faults.push(`memory grew by ${grownMb.toFixed(0)} MB`);
  run.ledgers.forEach(({ received, analysed, closed, alive }, index) => {
    const name = `camera ${index + 1}`;
    if (!(analysed > 0)) faults.push(`${name} was not counted`);
    if (received !== closed + alive) faults.push(`${name}: frames ${received} received, ${closed} closed`);
    if (alive > 2) faults.push(`${name}: ${alive} frames open`);
  });
  if (run.peersRunning !== run.cameras) faults.push(`${run.peersRunning} peers for ${run.cameras} cameras`);
  if (run.peersAfter > 0) faults.push(`${run.peersAfter} peers left open`);
  if (run.deleted < run.cameras) faults.push(`only ${run.deleted} sessions ended by DELETE`);
  if (run.sessionsAfter > 0) faults.push(`${run.sessionsAfter} sessions left at the gateways`);
  return faults;
}

/** Median of the last third less that of the middle one: the first third warms up. */
export function memoryGrowthMb(memoryMb: readonly number[]): number {
  const third = Math.floor(memoryMb.length / 3);
  if (third === 0) return 0;
  return middle(memoryMb.slice(-third)) - middle(memoryMb.slice(-2 * third, -third));
}

function middle(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;
}
