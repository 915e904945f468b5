import { useComputed } from '@preact/signals';
import type { JSX } from 'preact';
import { isMeasured } from '../../../core/measures/open-coverage.ts';
import { captureRateOf } from '../../../state/headline-accuracy.ts';
import type { IntervalFigures } from '../../../contracts/archive.ts';
import { useApp, useText } from '../../app-context.ts';
import { coverageText } from '../../coverage-text.ts';
import { errorText, type Text } from '../../i18n/error-text.ts';
import layout from '../../styles/layout.module.css';
import { ContextParts, FigureTile } from '../../widgets/figure-tile.tsx';
import { KioskButton } from './kiosk-button.tsx';
import { RecountForm } from './recount-form.tsx';
import styles from './today-tiles.module.css';

const FIGURES = ['in', 'out', 'occupancy', 'passersby'] as const;

/** The business day so far in four numbers, each with how much of the time it covers. */
export function TodayTiles(): JSX.Element {
  const { counting } = useApp();
  const { m, f } = useText();
  const today = counting.live.today;
  const hasOutside = counting.site.value.cameras.some(({ lines }) =>
    lines.some(({ kind }) => kind === 'outside'),
  );
  const shown = FIGURES.filter((figure) => figure !== 'passersby' || hasOutside);
  // The day's first instant changes once a day: the line need not follow every answer of the archive.
  const since = useComputed(() => {
    const fromMs = today.value?.dayFromMs;
    return fromMs === undefined ? '' : m.live.today(f.day(fromMs), f.time(fromMs));
  });
  return (
    <section class={styles.today} aria-label={m.live.title}>
      <div class={layout.spread}>
        <p class={styles.since}>{since}</p>
        <KioskButton />
      </div>
      <div class={styles.tiles}>
        {shown.map((figure) => (
          <TodayTile key={figure} figure={figure} />
        ))}
      </div>
    </section>
  );
}

function TodayTile({ figure }: { readonly figure: (typeof FIGURES)[number] }): JSX.Element {
  const { counting } = useApp();
  const { m, f } = useText();
  const today = counting.live.today;
  // Before anything is measured there is no figure, not even a zero.
  const number = useComputed(() =>
    today.value && isMeasured(today.value.total) ? today.value[figure] : undefined,
  );
  const value = number.value === undefined ? m.figures.none : f.integer(number.value);
  const tile = (
    <FigureTile
      label={m.figures[figure]}
      value={value}
      unit={m.units.people(number.value ?? 0)}
      empty={number.value === undefined}
      context={<TileContext figure={figure} />}
    />
  );
  if (figure !== 'occupancy') return tile;
  return (
    <div>
      {tile}
      <RecountForm />
    </div>
  );
}

function TileContext({ figure }: { readonly figure: (typeof FIGURES)[number] }): JSX.Element {
  const { accuracy, counting, messages, format } = useApp();
  const said = useComputed(() => {
    const [m, f] = [messages.value, format.value];
    const today = counting.live.today.value;
    if (!today) return [m.figures.coverageNone];
    const of = { total: today.total, checks: accuracy.checks.value, site: counting.site.value };
    const parts = coverageParts(today.total, { m, f });
    const { occupancyLimit } = counting.site.value.alerts;
    if (figure === 'occupancy' && occupancyLimit !== null) {
      parts.unshift(m.alerts.ofLimit(f.integer(occupancyLimit)));
    }
    if (figure === 'occupancy' && today.drift > 0) parts.push(m.figures.drift(today.drift));
    const recounted = figure === 'occupancy' ? today.total.occupancy?.recount : undefined;
    if (recounted !== undefined) parts.push(m.recount.changed(f.signed(recounted)));
    if (isMeasured(today.total)) parts.push(errorText(figure, of, { m, f }));
    const rate = figure === 'passersby' ? captureRateOf(of) : null;
    if (rate !== null) {
      parts.push(m.compare.captureRate(f.percent(rate)), errorText('capture-rate', of, { m, f }));
    }
    return [...new Set(parts)]; // what is unknown of both is said once
  });
  return <ContextParts parts={said.value} />;
}

function coverageParts(total: IntervalFigures, text: Text): string[] {
  const share = coverageText(total, text);
  return total.coverage !== null && total.coverage < 0.995 ? [share, text.m.figures.gap] : [share];
}
