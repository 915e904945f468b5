import type { CountingEvent } from '../../src/core/counting/counting-event.ts';
import { addCrossing } from '../../src/core/measures/line-totals.ts';
import { lineOf, zoneOf, type SlotTotals } from '../../src/core/measures/slot-totals.ts';
import { addVisit } from '../../src/core/measures/zone-totals.ts';
import { zonesOf, type CountedCamera } from '../../src/core/site/counted-camera.ts';
import type { ZoneRule } from '../../src/core/site/site.ts';
import type { OpenSlots } from './open-slots.ts';

/** Adds an event of a camera's scene to the slots it belongs to. Zones of staff are left out of every figure. */
export function addEvent(slots: OpenSlots, camera: CountedCamera, event: CountingEvent): void {
  switch (event.kind) {
    case 'crossing':
      addLineCrossing(slots, camera, event);
      break;
    case 'stay': {
      const zone = figuredZone(camera, event.zone);
      if (zone && !event.staff) addStay(slots, zone.id, event);
      break;
    }
    case 'visit': {
      const zone = figuredZone(camera, event.zone);
      if (zone && !event.staff) addVisit(zoneOf(slots.at(event.toMs), zone.id), event.toMs - event.fromMs);
      break;
    }
    case 'flow': {
      const from = figuredZone(camera, event.from);
      const to = figuredZone(camera, event.to);
      if (!from || !to || event.staff) break;
      const { flows } = slots.at(event.atMs);
      const pair = `${from.id}>${to.id}`;
      flows.set(pair, (flows.get(pair) ?? 0) + 1);
    }
  }
}

/** Notes how many are in each zone at once, for the maximum. */
export function noteZonesNow(slot: SlotTotals, camera: CountedCamera, zonesNow: readonly number[]): void {
  for (const [index, people] of zonesNow.entries()) {
    const zone = figuredZone(camera, index);
    if (!zone) continue;
    const totals = zoneOf(slot, zone.id);
    totals.max = Math.max(totals.max, people);
  }
}

function addLineCrossing(
  slots: OpenSlots,
  camera: CountedCamera,
  event: Extract<CountingEvent, { kind: 'crossing' }>,
): void {
  const line = camera.lines[event.line];
  if (!line) return;
  addCrossing(lineOf(slots.at(event.atMs), line.id), event);
  if (line.kind === 'entrance' && !event.staff) slots.step(event.atMs, event.direction === 'in' ? 1 : -1);
}

function addStay(
  slots: OpenSlots,
  zone: number,
  stay: { readonly fromMs: number; readonly toMs: number },
): void {
  let countedToMs = stay.fromMs;
  for (const slot of slots.over(stay)) {
    const toMs = Math.min(stay.toMs, slot.interval.toMs);
    // From where the last slot ended: what comes too late for its own slot lands here, so person-seconds add up.
    zoneOf(slot, zone).personMs += toMs - countedToMs;
    countedToMs = toMs;
  }
  if (countedToMs < stay.toMs) zoneOf(slots.at(stay.toMs), zone).personMs += stay.toMs - countedToMs;
}

function figuredZone(camera: CountedCamera, index: number): ZoneRule | null {
  const zone = zonesOf(camera)[index];
  return zone && zone.kind !== 'staff' ? zone : null;
}
