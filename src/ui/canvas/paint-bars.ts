import { hatchRect, shareLabel, topShare, write, type BarsPicture, type ChartArea } from './chart-picture.ts';

const AXIS = 44;
const LABELS = 28;
/** Room that the label of an interval needs. */
const LABEL_ROOM = 64;

/** Bars by interval, from zero, as the screen shows them. */
export function paintBars(area: ChartArea, picture: BarsPicture): void {
  const plot = {
    x: area.left + AXIS,
    y: area.top,
    width: area.width - AXIS - (picture.line ? AXIS : 0),
    height: area.height - LABELS,
  };
  const most = Math.max(5, ...picture.series.flatMap(({ values }) => values.map((value) => value ?? 0)));
  const step = stepOf(most);
  const top = Math.ceil(most / step) * step;
  const yOf = (value: number): number => plot.y + plot.height * (1 - value / top);
  for (let value = 0; value <= top; value += step) gridLine(area, plot, { y: yOf(value), value });
  const slot = plot.width / Math.max(1, picture.labels.length);
  paintGroups(area, picture, { plot, slot });
  picture.states.forEach((state, index) => {
    const box = { x: plot.x + slot * index, y: plot.y, width: slot, height: plot.height };
    if (state === 'gap') hatchRect(area, box);
    if (state !== 'closed') return;
    area.context.fillStyle = area.theme.sunk;
    area.context.fillRect(box.x, box.y, box.width, box.height);
  });
  paintSeries(area, picture, { plot, slot, yOf });
  if (picture.line) paintLine(area, picture.line, { plot, slot });
  const every = picture.axis ? 1 : Math.max(1, Math.ceil(LABEL_ROOM / slot));
  (picture.axis ?? picture.labels).forEach((label, index) => {
    if (index % every > 0 || label === '') return;
    const x = plot.x + slot * (index + 0.5);
    const y = plot.y + plot.height + LABELS / 2;
    write(area, label, { x, y, align: 'center', size: 13, colour: area.theme.soft });
  });
}

interface Rect {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** A line before each group of intervals. */
function paintGroups(
  { context, theme }: ChartArea,
  { axis }: BarsPicture,
  { plot, slot }: { readonly plot: Rect; readonly slot: number },
): void {
  context.fillStyle = theme.hairline;
  axis?.forEach((word, index) => {
    if (word !== '') context.fillRect(plot.x + slot * index, plot.y, 1, plot.height);
  });
}

function gridLine(area: ChartArea, plot: Rect, line: { readonly y: number; readonly value: number }): void {
  const { context, theme } = area;
  context.fillStyle = line.value === 0 ? theme.soft : theme.hairline;
  context.fillRect(plot.x, Math.round(line.y), plot.width, 1);
  write(area, String(line.value), {
    x: plot.x - 8,
    y: line.y,
    align: 'right',
    size: 13,
    colour: theme.soft,
  });
}

function paintSeries(
  { context, theme }: ChartArea,
  { series, states }: BarsPicture,
  at: { readonly plot: Rect; readonly slot: number; readonly yOf: (value: number) => number },
): void {
  const { plot, slot, yOf } = at;
  const width = (slot * 0.72) / Math.max(1, series.length);
  series.forEach(({ category, values }, order) => {
    const colour = theme.categories[category - 1] ?? theme.ink;
    values.forEach((value, index) => {
      if (value === null) return;
      const x = plot.x + slot * (index + 0.14) + width * order;
      const bar = [x, yOf(value), width * 0.92, yOf(0) - yOf(value)] as const;
      context.fillStyle = states[index] === 'present' ? theme.paper : colour;
      context.fillRect(...bar);
      if (states[index] !== 'present') return;
      context.strokeStyle = colour;
      context.lineWidth = 2;
      context.strokeRect(...bar);
    });
  });
}

/** A share from point to point, broken where there is none, with its axis at the right. */
function paintLine(
  area: ChartArea,
  line: NonNullable<BarsPicture['line']>,
  { plot, slot }: { readonly plot: Rect; readonly slot: number },
): void {
  const { context, theme } = area;
  const top = topShare(line);
  const yOf = (share: number): number => plot.y + plot.height * (1 - share / top);
  const colour = theme.categories[line.category - 1] ?? theme.ink;
  for (const share of [0, top / 2, top]) {
    const at = { x: plot.x + plot.width + 8, y: yOf(share) };
    write(area, shareLabel(share), { ...at, size: 13, colour: theme.soft });
  }
  context.strokeStyle = context.fillStyle = colour;
  context.lineWidth = 2;
  context.beginPath();
  line.values.forEach((share, index) => {
    if (share === null) return;
    const x = plot.x + slot * (index + 0.5);
    if (line.values[index - 1] == null) context.moveTo(x, yOf(share));
    else context.lineTo(x, yOf(share));
  });
  context.stroke();
  line.values.forEach((share, index) => {
    if (share === null) return;
    context.beginPath();
    context.arc(plot.x + slot * (index + 0.5), yOf(share), 2.5, 0, 2 * Math.PI);
    context.fill();
  });
}

/** 1, 2 or 5 times a power of ten, so that about five lines stand behind the bars. */
function stepOf(most: number): number {
  const rough = most / 5;
  const power = 10 ** Math.floor(Math.log10(rough));
  const factor = [1, 2, 5, 10].find((candidate) => candidate * power >= rough) ?? 10;
  return Math.max(1, factor * power);
}
