import type { Box } from '../../core/geometry/box.ts';
import type { ImagePoint } from '../../core/geometry/point.ts';
import type { Line, Zone } from '../../core/site/site.ts';
import { drawFloorGrid, drawFloorMarks, type FloorOverlay } from './draw-floor-marks.ts';
import { drawHeat, type HeatCell } from './draw-heat.ts';
import type { FloorPlan } from './floor-plan.ts';
import { trace, type StageTheme, type Surface } from './surface.ts';

/** How full a zone is. */
export interface ZoneCrowd {
  /** Index into the theme's heat colours; null: nobody. */
  readonly band: number | null;
  /** Its name with the number. */
  readonly label: string;
}

/** What the stage shows. Nothing of it is a picture. */
export interface StageScene {
  readonly plan: FloorPlan;
  readonly lines: readonly Line[];
  readonly zones: readonly Zone[];
  /** Where people are looked for; what lies around it is dimmed. Null: everywhere. */
  readonly region: Box | null;
  /** Drawn as dots; empty where dots are not allowed. */
  readonly people: readonly ImagePoint[];
  /** Over the floor, under everything else; zones are then outlines alone. Null: none. */
  readonly heat: readonly HeatCell[] | null;
  /** How full zones are, by their ids; a zone that is not in it is drawn as its kind is. */
  readonly crowd: ReadonlyMap<number, ZoneCrowd>;
  /** Metres and marks of the floor, while it is set up. Null: none. */
  readonly floor: FloorOverlay | null;
}

/** Draws floor, zones, lines and people into a context whose units are CSS pixels of `size`. */
export function drawStage(
  context: CanvasRenderingContext2D,
  scene: StageScene,
  {
    size,
    theme,
  }: { readonly size: { readonly width: number; readonly height: number }; readonly theme: StageTheme },
): void {
  const { top } = scene.plan;
  const at = ({ x, y }: ImagePoint): { x: number; y: number } => ({
    x: x * size.width,
    y: ((y - top) / (1 - top)) * size.height,
  });
  const surface: Surface = { context, theme, at, scale: Math.min(1.4, Math.max(0.7, size.width / 800)) };
  context.clearRect(0, 0, size.width, size.height);
  context.lineJoin = 'round';
  context.lineCap = 'round';
  drawFloor(surface, scene.plan);
  if (scene.heat) drawHeat(surface, scene.heat, { within: scene.plan.floors, size });
  drawWalls(surface, scene.plan);
  if (scene.floor) drawFloorGrid(surface, scene.floor);
  for (const zone of scene.zones)
    drawZone(surface, zone, {
      isFilled: !scene.heat,
      band: scene.crowd.get(zone.id)?.band ?? null,
    });
  for (const line of scene.lines) drawLine(surface, line);
  if (scene.region) dimAround(surface, scene.region, size);
  for (const line of scene.lines) labelLine(surface, line);
  if (scene.floor) drawFloorMarks(surface, scene.floor);
  for (const person of scene.people) drawPerson(surface, person);
  // Over the people: a number that a dot hides says nothing.
  for (const zone of scene.zones) {
    label(surface, scene.crowd.get(zone.id)?.label ?? zone.name, middleOf(zone.polygon));
  }
}

function drawFloor(surface: Surface, plan: FloorPlan): void {
  const { context, theme } = surface;
  context.fillStyle = theme.floor;
  for (const floor of plan.floors) {
    trace(surface, floor);
    context.closePath();
    context.fill();
  }
}

function drawWalls(surface: Surface, plan: FloorPlan): void {
  const { context, theme, scale } = surface;
  context.strokeStyle = theme.hairline;
  context.lineWidth = 1.5 * scale;
  for (const fixture of plan.fixtures) {
    context.fillStyle = theme.paper;
    trace(surface, fixture);
    context.closePath();
    context.fill();
    context.stroke();
  }
  for (const line of plan.lines) {
    trace(surface, line);
    context.stroke();
  }
  context.lineWidth = 3 * scale;
  for (const wall of plan.walls) {
    trace(surface, wall);
    context.stroke();
  }
}

function drawZone(
  surface: Surface,
  zone: Zone,
  { isFilled, band }: { readonly isFilled: boolean; readonly band: number | null },
): void {
  const { context, theme, scale } = surface;
  trace(surface, zone.polygon);
  context.closePath();
  const plain = { area: theme.zone, queue: theme.queue, staff: theme.staff }[zone.kind];
  context.fillStyle = band === null ? plain : (theme.heat[band] ?? plain);
  // People, lines and furniture are to be seen through it.
  if (band !== null) context.globalAlpha = 0.75;
  if (isFilled) context.fill();
  context.globalAlpha = 1;
  context.strokeStyle = theme.inkSoft;
  context.lineWidth = 1 * scale;
  context.setLineDash(zone.kind === 'staff' ? [2 * scale, 4 * scale] : [6 * scale, 4 * scale]);
  context.stroke();
  context.setLineDash([]);
}

function drawLine(surface: Surface, line: Line): void {
  const { context, theme, scale } = surface;
  trace(surface, line.points);
  context.strokeStyle = line.kind === 'outside' ? theme.inkSoft : theme.accent;
  context.lineWidth = (line.kind === 'entrance' ? 4 : 2.5) * scale;
  context.stroke();
  drawArrow(surface, line);
}

/** A veil over all that lies outside the region, and the region's edge. */
function dimAround(
  { context, theme, at, scale }: Surface,
  { left, top, right, bottom }: Box,
  size: { readonly width: number; readonly height: number },
): void {
  const start = at({ x: left, y: top });
  const end = at({ x: right, y: bottom });
  const inside = [start.x, start.y, end.x - start.x, end.y - start.y] as const;
  context.beginPath();
  context.rect(0, 0, size.width, size.height);
  context.rect(...inside);
  context.globalAlpha = 0.4;
  context.fillStyle = theme.hairline;
  context.fill('evenodd');
  context.globalAlpha = 1;
  context.strokeStyle = theme.ink;
  context.lineWidth = 1.5 * scale;
  context.strokeRect(...inside);
}

/** An arrow across the middle of the line, towards the in side. */
function drawArrow(surface: Surface, line: Line): void {
  const { context, at, scale } = surface;
  const middle = middleOf(line.points);
  const origin = at(middle);
  const tip = at({ x: middle.x + line.inward.x, y: middle.y + line.inward.y });
  const length = Math.hypot(tip.x - origin.x, tip.y - origin.y);
  if (length === 0) return;
  const ahead = { x: (tip.x - origin.x) / length, y: (tip.y - origin.y) / length };
  const end = { x: origin.x + ahead.x * 26 * scale, y: origin.y + ahead.y * 26 * scale };
  const wing = 7 * scale;
  context.lineWidth = 2 * scale;
  context.beginPath();
  context.moveTo(origin.x, origin.y);
  context.lineTo(end.x, end.y);
  context.moveTo(end.x - wing * (ahead.x + ahead.y), end.y - wing * (ahead.y - ahead.x));
  context.lineTo(end.x, end.y);
  context.lineTo(end.x - wing * (ahead.x - ahead.y), end.y - wing * (ahead.y + ahead.x));
  context.stroke();
}

function drawPerson({ context, theme, at, scale }: Surface, person: ImagePoint): void {
  const { x, y } = at(person);
  context.beginPath();
  context.arc(x, y, 7 * scale, 0, 2 * Math.PI);
  context.fillStyle = theme.ink;
  context.fill();
  context.strokeStyle = theme.paper;
  context.lineWidth = 2 * scale;
  context.stroke();
}

function label({ context, theme, at, scale }: Surface, text: string, point: ImagePoint): void {
  const { x, y } = at(point);
  context.font = `600 ${Math.max(12, Math.round(13 * scale))}px ${theme.font}`;
  context.textAlign = 'center';
  context.textBaseline = 'middle';
  context.lineWidth = 4 * scale;
  context.strokeStyle = theme.paper;
  context.strokeText(text, x, y);
  context.fillStyle = theme.inkSoft;
  context.fillText(text, x, y);
}

/** Beside the line, on its out side, where the arrow is not in the way. */
function labelLine(surface: Surface, line: Line): void {
  const middle = middleOf(line.points);
  const length = Math.hypot(line.inward.x, line.inward.y);
  if (length === 0) return;
  const away = 0.045;
  label(surface, line.name, {
    x: middle.x - (line.inward.x / length) * away,
    y: middle.y - (line.inward.y / length) * away * 1.4,
  });
}

function middleOf(points: readonly ImagePoint[]): ImagePoint {
  const sum = points.reduce((total, point) => ({ x: total.x + point.x, y: total.y + point.y }), {
    x: 0,
    y: 0,
  });
  return { x: sum.x / points.length, y: sum.y / points.length };
}
