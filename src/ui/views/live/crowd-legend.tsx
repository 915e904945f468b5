import type { JSX } from 'preact';
import { CROWD_BANDS } from '../../../core/measures/crowd-bands.ts';
import { useText } from '../../app-context.ts';
import styles from './stage-panel.module.css';

/** What the colours of the zones say. */
export function CrowdLegend(): JSX.Element {
  const { m, f } = useText();
  return (
    <div class={styles.legend}>
      <span>{m.plan.legend}</span>
      <ul class={styles.keys}>
        {CROWD_BANDS.map((from, band) => {
          const next = CROWD_BANDS[band + 1];
          return (
            <li key={from} class={styles.item}>
              <span class={styles.key} data-band={band} aria-hidden="true" />
              {next === undefined
                ? m.plan.bandLast(f.integer(from))
                : m.plan.band(f.integer(from), f.integer(next - 1))}
            </li>
          );
        })}
      </ul>
    </div>
  );
}
