import type { CountingEvent } from '../core/counting/counting-event.ts';
import type { HeatStay } from '../core/counting/heat-counter.ts';
import type { HeatLayout } from '../core/counting/heat-layout.ts';
import type { PictureLook } from '../core/detection/picture-look.ts';
import type { ImagePoint } from '../core/geometry/point.ts';

/** Frames of one camera since it was opened. Invariant: received = closed + alive. */
export interface FrameLedger {
  readonly received: number;
  /** A count was made from it. */
  readonly analysed: number;
  /** Of those analysed: nothing had moved, so nobody was there, and the network did not run. */
  readonly gated: number;
  readonly skipped: number;
  readonly closed: number;
  readonly alive: number;
}

/**
 * Person-time since the frame before, by cell of the camera's grid. At most `MAX_HEAT_STAYS`, in the order of their
 * numbers, so that nobody can be followed from one tally to the next by their place in the list.
 */
export interface HeatTally extends HeatLayout {
  readonly stays: readonly HeatStay[];
}

/** Whether every frame is accounted for, and none is left over beside the one that waits. */
export function ledgerHolds({ received, closed, alive }: FrameLedger): boolean {
  return received === closed + alive && alive <= 1;
}

/**
 * All that leaves the vision worker about one analysed frame: numbers.
 * Lines and zones are named by their index in the camera's scene.
 */
export interface Tally {
  readonly camera: number;
  /** Capture time of the frame, epoch ms. */
  readonly atMs: number;
  /** The time measured up to `atMs` began here; equals `atMs` for the first frame and after a gap. */
  readonly measuredFromMs: number;
  readonly frames: FrameLedger;
  /** Time of the network and of everything else for this frame, ms. */
  readonly detectMs: number;
  readonly otherMs: number;
  /** Mean brightness of the frame, 0–255. */
  readonly brightness: number;
  /** Ground points of those in view, at most `MAX_PEOPLE`; no order that could name anybody. */
  readonly people: readonly ImagePoint[];
  /** People confirmed in each zone now, by zone index; staff left out. */
  readonly zonesNow: readonly number[];
  readonly events: readonly CountingEvent[];
  /** Null before the first frame and with the last tally. */
  readonly heat: HeatTally | null;
  /** How the picture looked in the minute that ends here, once a minute; else null. */
  readonly look: PictureLook | null;
  /** True for the last tally of a camera: its stream ended or was closed. */
  readonly ended: boolean;
}

/** Bounds of the layout: more people, zones, events or stays than these are cut and never grow the message. */
export const MAX_PEOPLE = 128;
export const MAX_ZONES = 64;
export const MAX_EVENTS = 256;
/** Between two frames somebody is in two cells at most. */
export const MAX_HEAT_STAYS = 2 * MAX_PEOPLE;
