import { signal, type ReadonlySignal } from '@preact/signals';
import type { JSX } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import type { Box } from '../../core/geometry/box.ts';
import type { ImagePoint } from '../../core/geometry/point.ts';
import type { Line, Zone } from '../../core/site/site.ts';
import { useApp } from '../app-context.ts';
import type { FloorOverlay } from '../canvas/draw-floor-marks.ts';
import type { HeatCell } from '../canvas/draw-heat.ts';
import { drawStage, type ZoneCrowd } from '../canvas/draw-stage.ts';
import type { FloorPlan } from '../canvas/floor-plan.ts';
import type { StageTheme } from '../canvas/surface.ts';
import styles from './stage.module.css';

const NO_CROWD = signal<ReadonlyMap<number, ZoneCrowd>>(new Map());

/** A canvas of the floor. Draws at most once a frame, and not at all while the page is hidden. */
export function Stage({
  plan,
  lines,
  zones,
  region,
  people,
  heat = null,
  crowd = NO_CROWD,
  floor = null,
  label,
}: {
  readonly plan: FloorPlan;
  readonly lines: readonly Line[];
  readonly zones: readonly Zone[];
  readonly region: Box | null;
  readonly people: ReadonlySignal<readonly ImagePoint[]>;
  readonly heat?: readonly HeatCell[] | null;
  readonly crowd?: ReadonlySignal<ReadonlyMap<number, ZoneCrowd>>;
  readonly floor?: FloorOverlay | null;
  readonly label: string;
}): JSX.Element {
  const { preferences } = useApp();
  const canvas = useRef<HTMLCanvasElement>(null);
  useEffect(() => {
    const element = canvas.current;
    const context = element?.getContext('2d');
    if (!element || !context) return undefined;
    let due = 0;
    // Reading the tokens costs more than drawing: they change with the theme alone.
    let theme: StageTheme | null = null;
    const draw = (): void => {
      due = 0;
      const size = fit(element);
      context.setTransform(element.width / size.width, 0, 0, element.height / size.height, 0, 0);
      const scene = { plan, lines, zones, region, people: people.peek(), heat, crowd: crowd.peek(), floor };
      theme ??= themeOf(element);
      drawStage(context, scene, { size, theme });
    };
    const schedule = (): void => {
      due ||= requestAnimationFrame(draw);
    };
    const repaint = (): void => {
      theme = null;
      schedule();
    };
    const stops = [
      people.subscribe(schedule),
      crowd.subscribe(schedule),
      preferences.theme.subscribe(repaint),
    ];
    const resized = new ResizeObserver(schedule);
    resized.observe(element);
    const scheme = matchMedia('(prefers-color-scheme: dark)');
    scheme.addEventListener('change', repaint);
    return () => {
      for (const stop of stops) stop();
      resized.disconnect();
      scheme.removeEventListener('change', repaint);
      cancelAnimationFrame(due);
    };
  }, [plan, lines, zones, region, people, heat, crowd, floor, preferences]);
  return (
    <canvas
      ref={canvas}
      class={styles.stage}
      style={{ aspectRatio: plan.aspect / (1 - plan.top) }}
      role="img"
      aria-label={label}
    />
  );
}

/** Gives the canvas as many pixels as the screen has under it; returns its size in CSS pixels. */
function fit(element: HTMLCanvasElement): { readonly width: number; readonly height: number } {
  const size = { width: element.clientWidth || 1, height: element.clientHeight || 1 };
  const ratio = window.devicePixelRatio || 1;
  const width = Math.round(size.width * ratio);
  const height = Math.round(size.height * ratio);
  if (element.width !== width) element.width = width;
  if (element.height !== height) element.height = height;
  return size;
}

function themeOf(element: HTMLElement): StageTheme {
  const style = getComputedStyle(element);
  const token = (name: string): string => style.getPropertyValue(name).trim();
  return {
    paper: token('--paper-raised'),
    floor: token('--paper-sunk'),
    ink: token('--ink'),
    inkSoft: token('--ink-soft'),
    hairline: token('--hairline-strong'),
    accent: token('--accent'),
    zone: token('--zone-fill'),
    queue: token('--queue-fill'),
    staff: token('--staff-fill'),
    heat: [1, 2, 3, 4, 5].map((band) => token(`--heat-${band}`)),
    font: style.fontFamily,
  };
}
