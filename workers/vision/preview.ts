import type { PreviewStep } from '../../src/contracts/vision.ts';
import type { Box } from '../../src/core/geometry/box.ts';
import { EmptyBackground } from '../../src/core/preview/empty-background.ts';
import { blockBox, toPreviewBlocks, type PreviewBlocks } from '../../src/core/preview/preview-blocks.ts';
import { heldAt, openedAt, phaseAt, type PreviewPhase } from '../../src/core/preview/preview-timer.ts';
import { silhouetteOf } from '../../src/core/preview/silhouette.ts';
import type { Sight } from './person-detector.ts';

/** The set-up picture of one camera, drawn into a canvas that the page shows and cannot read. */
export interface Preview {
  /** Draws from now on, live for a minute. Takes the place of one that is open. */
  open(canvas: OffscreenCanvas): void;
  /** False where none is open. */
  step(step: PreviewStep): boolean;
  /** Takes in what was seen; nothing is done or kept while none is open. */
  paint(sight: Pick<Sight, 'detections' | 'aspect' | 'glance'>): void;
}

const WIDTH = 640;
/** Least time between two pictures. */
const PAINT_MS = 250;
/** Fainter ones are kept out of the background, but not drawn. */
const DRAWN_SCORE = 0.35;
const UNREAD = '#d8d4cc';
const PERSON = '#165a80';
const CHECK_MS = 250;

interface Open {
  readonly canvas: OffscreenCanvas;
  readonly context: OffscreenCanvasRenderingContext2D;
  readonly background: EmptyBackground;
  readonly timer: ReturnType<typeof setInterval>;
  phase: PreviewPhase;
  paintedMs: number;
}

/**
 * `nowMs` never goes back. Everything drawn comes from a glance's means and people's boxes: no pixel of a frame is at
 * hand here.
 */
export function createPreview(nowMs: () => number): Preview {
  let open: Open | null = null;

  function end(): void {
    if (!open) return;
    clearInterval(open.timer);
    open.background.clear();
    open.context.clearRect(0, 0, open.canvas.width, open.canvas.height);
    open = null;
  }

  function endIfDue(): void {
    if (open && phaseAt(open.phase, nowMs()).kind === 'ended') end();
  }

  return {
    open(canvas) {
      end();
      const context = canvas.getContext('2d');
      if (!context) return;
      const timer = setInterval(endIfDue, CHECK_MS);
      const background = new EmptyBackground();
      open = { canvas, context, background, timer, phase: openedAt(nowMs()), paintedMs: -Infinity };
    },

    step(step) {
      endIfDue();
      if (!open) return false;
      if (step === 'hold') open.phase = heldAt(open.phase, nowMs());
      if (step === 'close') end();
      return true;
    },

    paint({ detections, aspect, glance }) {
      endIfDue();
      const atMs = nowMs();
      if (open?.phase.kind !== 'live' || atMs - open.paintedMs < PAINT_MS) return;
      open.paintedMs = atMs;
      const blocks = toPreviewBlocks(glance.luma, glance.region);
      const people = detections.map(({ box, score }) => ({ box: inPicture(box, aspect), score }));
      const boxes = people.map(({ box }) => box);
      open.background.add(blocks, boxes, atMs);
      fit(open.canvas, aspect);
      drawBlocks(open.context, blocks, open.background.over(blocks));
      const drawn = people.filter(({ score }) => score >= DRAWN_SCORE).map(({ box }) => box);
      drawPeople(open.context, drawn);
    },
  };
}

function fit(canvas: OffscreenCanvas, aspect: number): void {
  const height = Math.max(1, Math.round(WIDTH / aspect));
  if (canvas.width !== WIDTH) canvas.width = WIDTH;
  if (canvas.height !== height) canvas.height = height;
}

function drawBlocks(
  context: OffscreenCanvasRenderingContext2D,
  blocks: PreviewBlocks,
  levels: Uint8Array,
): void {
  const { width, height } = context.canvas;
  context.fillStyle = UNREAD;
  context.fillRect(0, 0, width, height);
  levels.forEach((level, block) => {
    const { left, top, right, bottom } = blockBox(blocks, block);
    const [x, y] = [Math.round(left * width), Math.round(top * height)];
    context.fillStyle = `rgb(${level} ${level} ${level})`;
    context.fillRect(x, y, Math.round(right * width) - x, Math.round(bottom * height) - y);
  });
}

function drawPeople(context: OffscreenCanvasRenderingContext2D, boxes: readonly Box[]): void {
  const { width, height } = context.canvas;
  context.fillStyle = PERSON;
  for (const { x, y, radiusX, radiusY } of boxes.flatMap(silhouetteOf)) {
    context.beginPath();
    context.ellipse(x * width, y * height, radiusX * width, radiusY * height, 0, 0, 2 * Math.PI);
    context.fill();
  }
}

/** From scene units to fractions of the picture. */
function inPicture({ left, right, top, bottom }: Box, aspect: number): Box {
  return { left: left / aspect, right: right / aspect, top, bottom };
}
