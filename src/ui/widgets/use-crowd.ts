import { useComputed, type ReadonlySignal } from '@preact/signals';
import { crowdBandOf } from '../../core/measures/crowd-bands.ts';
import { useApp } from '../app-context.ts';
import type { ZoneCrowd } from '../canvas/draw-stage.ts';

/** How full each zone is now, by its id; a zone that is not measured is not in it. */
export function useCrowd(): ReadonlySignal<ReadonlyMap<number, ZoneCrowd>> {
  const { counting, messages, format } = useApp();
  // One write for each tally reaches this far; the stage is drawn anew only when a number has changed.
  const text = useComputed(() =>
    JSON.stringify(
      counting.live.zonesNow.value.flatMap(({ zone, people }) =>
        people === null ? [] : [[zone.id, zone.name, people]],
      ),
    ),
  );
  return useComputed(
    () =>
      new Map(
        (JSON.parse(text.value) as [id: number, name: string, people: number][]).map(([id, name, people]) => [
          id,
          {
            band: crowdBandOf(people),
            label: messages.value.plan.inZone(name, format.value.integer(people)),
          },
        ]),
      ),
  );
}
