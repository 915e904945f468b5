import {
  BarController,
  BarElement,
  CategoryScale,
  Chart,
  LinearScale,
  LineController,
  LineElement,
  PointElement,
  Tooltip,
  type ChartConfiguration,
  type Plugin,
} from 'chart.js';
import type { JSX } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import { shareLabel, topShare, type BarsPicture } from '../canvas/chart-picture.ts';
import styles from './chart.module.css';

Chart.register(
  BarController,
  BarElement,
  CategoryScale,
  LinearScale,
  LineController,
  LineElement,
  PointElement,
  Tooltip,
);

type Config = ChartConfiguration<'bar' | 'line', (number | null)[], string>;

/** A bar chart from zero; its figures stand in a table beside it. */
export function BarChart({
  data,
  label,
  theme,
}: {
  readonly data: BarsPicture;
  readonly label: string;
  /** Changes when the colours of the page do. */
  readonly theme: string;
}): JSX.Element {
  const canvas = useRef<HTMLCanvasElement>(null);
  const chart = useRef<Chart | null>(null);
  useEffect(() => {
    const element = canvas.current;
    if (!element) return undefined;
    const made = new Chart(element, configOf(data, paletteOf(element)));
    chart.current = made;
    const scheme = matchMedia('(prefers-color-scheme: dark)');
    const repaint = (): void => {
      const config = configOf(data, paletteOf(element));
      made.data = config.data;
      if (config.options) made.options = config.options;
      made.update('none');
    };
    scheme.addEventListener('change', repaint);
    return () => {
      scheme.removeEventListener('change', repaint);
      made.destroy();
    };
    // A new theme paints anew; new data of the same shape goes the cheap way below.
  }, [theme, data]);
  return (
    <div class={styles.frame}>
      <canvas ref={canvas} role="img" aria-label={label} />
    </div>
  );
}

/** The axis of shares. */
const SHARES = 'shares';

interface Palette {
  readonly ink: string;
  readonly soft: string;
  readonly hairline: string;
  readonly sunk: string;
  readonly paper: string;
  readonly font: string;
  readonly categories: readonly string[];
}

function paletteOf(element: HTMLElement): Palette {
  const style = getComputedStyle(element);
  const token = (name: string): string => style.getPropertyValue(name).trim();
  return {
    ink: token('--ink'),
    soft: token('--ink-soft'),
    hairline: token('--hairline'),
    sunk: token('--paper-sunk'),
    paper: token('--paper'),
    font: style.fontFamily,
    categories: [1, 2, 3, 4, 5, 6].map((number) => token(`--category-${number}`)),
  };
}

function configOf(data: BarsPicture, palette: Palette): Config {
  const ticks = { color: palette.soft, font: { family: palette.font, size: 13 } };
  return {
    type: 'bar',
    data: {
      labels: [...data.labels],
      datasets: [...(data.line ? [lineOf(data.line, palette)] : []), ...barsOf(data, palette)],
    },
    options: {
      animation: false,
      responsive: true,
      maintainAspectRatio: false,
      interaction: { mode: 'index', intersect: false },
      plugins: {
        tooltip: {
          backgroundColor: palette.ink,
          titleColor: palette.paper,
          bodyColor: palette.paper,
          titleFont: { family: palette.font, size: 13 },
          bodyFont: { family: palette.font, size: 14 },
          cornerRadius: 4,
          displayColors: false,
          callbacks: {
            label: ({ dataset, parsed }) =>
              `${dataset.label ?? ''}: ${dataset.yAxisID === SHARES ? shareLabel(parsed.y ?? 0) : (parsed.y ?? '')}`,
          },
        },
      },
      scales: {
        x: {
          grid: { display: false },
          border: { color: palette.soft },
          ticks: {
            ...ticks,
            maxRotation: 0,
            autoSkipPadding: 14,
            ...(data.axis && {
              autoSkip: false,
              callback: (_: unknown, index: number) => data.axis?.[index] ?? '',
            }),
          },
        },
        y: {
          beginAtZero: true,
          suggestedMax: 5,
          grid: { color: palette.hairline },
          border: { display: false },
          ticks: { ...ticks, precision: 0 },
        },
        ...(data.line && {
          [SHARES]: {
            position: 'right',
            min: 0,
            max: topShare(data.line),
            grid: { display: false },
            border: { display: false },
            ticks: { ...ticks, count: 3, callback: (share: number | string) => shareLabel(Number(share)) },
          },
        }),
      },
    },
    plugins: [backdrop(data, palette)],
  };
}

type Sets = Config['data']['datasets'];

function barsOf(data: BarsPicture, palette: Palette): Sets {
  return data.series.map(({ name, category, values }) => {
    const colour = palette.categories[category - 1] ?? palette.ink;
    const unfinished = (index: number): boolean => data.states[index] === 'present';
    return {
      type: 'bar',
      label: name,
      data: [...values],
      backgroundColor: values.map((_, index) => (unfinished(index) ? palette.paper : colour)),
      borderColor: colour,
      borderWidth: values.map((_, index) => (unfinished(index) ? 2 : 0)),
      // A few intervals alone keep their bars side by side and as wide as usual.
      categoryPercentage: 0.72 * Math.min(1, data.labels.length / 8),
      barPercentage: 0.92,
    };
  });
}

function lineOf(
  { name, category, values }: NonNullable<BarsPicture['line']>,
  palette: Palette,
): Sets[number] {
  const colour = palette.categories[category - 1] ?? palette.ink;
  return {
    type: 'line',
    label: name,
    data: [...values],
    yAxisID: SHARES,
    borderColor: colour,
    backgroundColor: colour,
    borderWidth: 2,
    pointRadius: 2.5,
    spanGaps: false,
  };
}

/** Hatches gaps and shades closed hours behind the bars, and sets groups of intervals apart. */
function backdrop({ states, axis }: BarsPicture, palette: Palette): Plugin<'bar' | 'line'> {
  return {
    id: 'backdrop',
    beforeDatasetsDraw({ ctx, chartArea, scales }) {
      const { x } = scales;
      if (!x || states.length === 0) return;
      const width = (chartArea.right - chartArea.left) / states.length;
      const hatch = hatchOf(ctx, palette);
      ctx.fillStyle = palette.hairline;
      axis?.forEach((word, index) => {
        const left = x.getPixelForValue(index) - width / 2;
        if (word !== '') ctx.fillRect(left, chartArea.top, 1, chartArea.bottom - chartArea.top);
      });
      states.forEach((state, index) => {
        if (state === 'plain' || state === 'present') return;
        ctx.fillStyle = state === 'gap' ? hatch : palette.sunk;
        ctx.fillRect(
          x.getPixelForValue(index) - width / 2,
          chartArea.top,
          width,
          chartArea.bottom - chartArea.top,
        );
      });
    },
  };
}

function hatchOf(context: CanvasRenderingContext2D, palette: Palette): CanvasPattern | string {
  const tile = document.createElement('canvas');
  tile.width = 8;
  tile.height = 8;
  const pen = tile.getContext('2d');
  if (!pen) return palette.sunk;
  pen.strokeStyle = palette.hairline;
  pen.lineWidth = 1.5;
  pen.beginPath();
  for (const shift of [-8, 0, 8]) {
    pen.moveTo(shift, 8);
    pen.lineTo(shift + 8, 0);
  }
  pen.stroke();
  return context.createPattern(tile, 'repeat') ?? palette.sunk;
}
