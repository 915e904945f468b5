import { useComputed } from '@preact/signals';
import type { JSX } from 'preact';
import { countedCameras, zonesOf } from '../../../core/site/counted-camera.ts';
import type { ZoneRule } from '../../../core/site/site.ts';
import { useApp, useText } from '../../app-context.ts';
import layout from '../../styles/layout.module.css';
import { ButtonLink } from '../../widgets/button.tsx';
import { ContextParts, FigureTile } from '../../widgets/figure-tile.tsx';
import styles from './zones-now.module.css';

/** How many people are in each zone now; queues come first. */
export function ZonesNow(): JSX.Element {
  const { counting, router } = useApp();
  const { m } = useText();
  const zones = useComputed(() => {
    const all = countedCameras(counting.site.value).flatMap(zonesOf);
    const shown = all.filter(({ kind }) => kind !== 'staff');
    return [...shown.filter(({ kind }) => kind === 'queue'), ...shown.filter(({ kind }) => kind === 'area')];
  });
  return (
    <section aria-label={m.live.zones}>
      <div class={layout.spread}>
        <h2 class={layout.heading}>{m.live.zones}</h2>
      </div>
      {zones.value.length === 0 ? (
        <div class={layout.empty}>
          <p class={layout.prose}>{m.live.noZones}</p>
          <ButtonLink href={router.hrefOf('cameras')}>{m.live.setZones}</ButtonLink>
        </div>
      ) : (
        <div class={styles.zones}>
          {zones.value.map((zone) => (
            <ZoneTile key={zone.id} zone={zone} />
          ))}
        </div>
      )}
    </section>
  );
}

function ZoneTile({ zone }: { readonly zone: ZoneRule }): JSX.Element {
  const { counting } = useApp();
  const { m, f } = useText();
  const now = useComputed(() => counting.live.zonesNow.value.find((each) => each.zone.id === zone.id));
  const people = useComputed(() => now.value?.people ?? null);
  const waitS = useComputed(() => now.value?.expectedWaitS ?? null);
  const value = people.value === null ? m.figures.none : f.integer(people.value);
  const wait = waitS.value === null ? m.queue.tooFew : m.queue.expected(f.duration(waitS.value));
  const there = zone.kind === 'queue' ? [m.live.waiting, wait] : [m.live.here];
  return (
    <FigureTile
      label={zone.name}
      value={value}
      unit={m.units.people(people.value ?? 0)}
      context={<ContextParts parts={people.value === null ? [m.live.notMeasured] : there} />}
      size="l"
      empty={people.value === null}
    />
  );
}
