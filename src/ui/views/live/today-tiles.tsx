import { useComputed } from '@preact/signals';
import type { JSX } from 'preact';
import type { TodayFigures } from '../../../contracts/archive.ts';
import { plusMinusToday } from '../../../state/headline-accuracy.ts';
import { useApp, useText } from '../../app-context.ts';
import type { Format } from '../../i18n/format.ts';
import type { Messages } from '../../i18n/messages.en.ts';
import { FigureTile } from '../../widgets/figure-tile.tsx';
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
      <p class={styles.since}>{since}</p>
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
  const number = useComputed(() => (today.value?.total.coverage ? today.value[figure] : undefined));
  const value = number.value === undefined ? m.figures.none : f.integer(number.value);
  return (
    <FigureTile
      label={m.figures[figure]}
      value={value}
      unit={m.units.people(number.value ?? 0)}
      empty={number.value === undefined}
      context={<TileContext figure={figure} />}
    />
  );
}

function TileContext({ figure }: { readonly figure: (typeof FIGURES)[number] }): JSX.Element {
  const { accuracy, counting } = useApp();
  const { m, f } = useText();
  const today = counting.live.today;
  const text = useComputed(() => {
    const plusMinus = plusMinusToday(figure, {
      today: today.value,
      checks: accuracy.lines.value,
      site: counting.site.value,
    });
    const parts = [contextOf({ today: today.value, figure, m, f })];
    if (plusMinus !== null) parts.push(m.accuracy.plusMinus(f.integer(Math.ceil(plusMinus))));
    return parts.join(m.figures.separator);
  });
  return <>{text}</>;
}

function contextOf({
  today,
  figure,
  m,
  f,
}: {
  readonly today: TodayFigures | null;
  readonly figure: (typeof FIGURES)[number];
  readonly m: Messages;
  readonly f: Format;
}): string {
  if (!today) return m.figures.coverageNone;
  const { coverage } = today.total;
  const parts = [coverage === null ? m.figures.coverageNone : m.figures.coverage(f.percent(coverage))];
  if (coverage !== null && coverage < 0.995) parts.push(m.figures.gap);
  if (figure === 'occupancy' && today.drift > 0) parts.push(m.figures.drift(today.drift));
  return parts.join(m.figures.separator);
}
