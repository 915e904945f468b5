/** A possible pair and what is gained by making it; pairs that gain nothing are never listed. */
export interface Candidate {
  readonly row: number;
  readonly column: number;
  /** Greater than 0: leaving both alone gains 0. */
  readonly gain: number;
}

interface Row {
  readonly index: number;
  readonly arcs: Arc[];
  /** The pair this row holds; null: alone. */
  held: Arc | null;
}

interface Arc {
  readonly row: Row;
  readonly column: Column;
  readonly cost: number;
}

interface Column {
  readonly index: number;
  /** Who holds this column. */
  owner: Row | null;
  /** Dual value. */
  price: number;
  /** Of the search in progress: length of the shortest path to here, its last arc, and whether it is final. */
  distance: number;
  by: Arc | null;
  isSettled: boolean;
}

/** Where a search ended: at a free column, or at a row that is better left alone. */
interface Ending {
  readonly total: number;
  readonly column: Column | null;
  readonly loneRow: Row;
}

/**
 * The one-to-one pairing with the greatest total gain, as [row, column] pairs in the order of rows.
 * Jonker & Volgenant 1987 on sparse rows: one shortest augmenting path per row. A path never leaves its row's
 * connected component, so people far apart cost nothing, and it may also end by leaving some row alone.
 */
export function assign(candidates: readonly Candidate[]): readonly (readonly [number, number])[] {
  const rows = graphOf(candidates);
  for (const row of rows) augment(row);
  const pairs: (readonly [number, number])[] = [];
  for (const { index, held } of rows) if (held) pairs.push([index, held.column.index]);
  return pairs;
}

function graphOf(candidates: readonly Candidate[]): readonly Row[] {
  const rows = new Map<number, Row>();
  const columns = new Map<number, Column>();
  for (const candidate of candidates) {
    let row = rows.get(candidate.row);
    if (!row) {
      row = { index: candidate.row, arcs: [], held: null };
      rows.set(row.index, row);
    }
    let column = columns.get(candidate.column);
    if (!column) {
      column = freshColumn(candidate.column);
      columns.set(column.index, column);
    }
    row.arcs.push({ row, column, cost: -candidate.gain });
  }
  return [...rows.values()];
}

function freshColumn(index: number): Column {
  return { index, owner: null, price: 0, distance: Infinity, by: null, isSettled: false };
}

/** Adds a row to the matching of those before it and keeps it optimal. */
function augment(start: Row): void {
  const touched: Column[] = [];
  const settled: Column[] = [];
  const { total, column, loneRow } = search(start, touched, settled);
  for (const passed of settled) passed.price += passed.distance - total;
  if (column) turnOver(column, start);
  else if (loneRow !== start && loneRow.held) {
    const freed = loneRow.held.column;
    loneRow.held = null;
    turnOver(freed, start);
  }
  for (const reached of touched) {
    reached.distance = Infinity;
    reached.by = null;
    reached.isSettled = false;
  }
}

/** Dijkstra in reduced costs; fills the columns it touched and those it settled on the way. */
function search(start: Row, touched: Column[], settled: Column[]): Ending {
  let row = start;
  let base = 0;
  let loneRow = start;
  let total = 0;
  for (;;) {
    relax(row, base, touched);
    const nearest = nearestOf(touched);
    if (!nearest || nearest.distance >= total) return { total, column: null, loneRow };
    const { owner, distance, price } = nearest;
    if (!owner?.held) return { total: distance, column: nearest, loneRow };
    nearest.isSettled = true;
    settled.push(nearest);
    row = owner;
    base = distance - owner.held.cost + price;
    if (base < total) {
      total = base;
      loneRow = row;
    }
  }
}

/** Reaches the columns of a row that lies `base` away. */
function relax(row: Row, base: number, touched: Column[]): void {
  for (const arc of row.arcs) {
    const { column } = arc;
    const distance = base + arc.cost - column.price;
    if (column.isSettled || distance >= column.distance) continue;
    if (column.distance === Infinity) touched.push(column);
    column.distance = distance;
    column.by = arc;
  }
}

function nearestOf(columns: readonly Column[]): Column | null {
  let best: Column | null = null;
  for (const column of columns) {
    if (!column.isSettled && (!best || column.distance < best.distance)) best = column;
  }
  return best;
}

/** Gives each column on the path that ends at `end` to the row from which it was reached. */
function turnOver(end: Column, start: Row): void {
  let column: Column | null = end;
  while (column?.by) {
    const arc: Arc = column.by;
    const next: Column | null = arc.row === start ? null : (arc.row.held?.column ?? null);
    arc.row.held = arc;
    column.owner = arc.row;
    column = next;
  }
}
