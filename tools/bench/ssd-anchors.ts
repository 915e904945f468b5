/** A reference box, in parts of the picture's side. */
export interface Anchor {
  /** Its middle. */
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** Rows and columns of cells on each level, for pictures of 300×300. */
const CELLS = [19, 10, 5, 3, 2, 1];
const LEAST = 0.2;
const MOST = 0.95;

/**
 * The reference boxes of SSD 300, cell by cell and level by level from the finest on (Liu 2016, section 2.2, as
 * TensorFlow's object detection API lays them out): 3 a cell on the finest level, 6 on the others.
 */
export function ssdAnchors(): Anchor[] {
  return CELLS.flatMap((cells, level) => {
    const sizes = sizesOf(level);
    return Array.from({ length: cells * cells }, (_, cell) => {
      const [column, row] = [cell % cells, Math.floor(cell / cells)];
      return sizes.map((size) => ({ x: (column + 0.5) / cells, y: (row + 0.5) / cells, ...size }));
    }).flat();
  });
}

function sizesOf(level: number): Pick<Anchor, 'width' | 'height'>[] {
  const scale = scaleOf(level);
  if (level === 0) return [sizeOf(0.1, 1), sizeOf(scale, 2), sizeOf(scale, 0.5)];
  const next = level === CELLS.length - 1 ? 1 : scaleOf(level + 1);
  const shapes = [1, 2, 0.5, 3, 0.3333].map((aspect) => sizeOf(scale, aspect));
  return [...shapes, sizeOf(Math.sqrt(scale * next), 1)];
}

function scaleOf(level: number): number {
  return LEAST + ((MOST - LEAST) * level) / (CELLS.length - 1);
}

function sizeOf(scale: number, aspect: number): Pick<Anchor, 'width' | 'height'> {
  return { width: scale * Math.sqrt(aspect), height: scale / Math.sqrt(aspect) };
}
