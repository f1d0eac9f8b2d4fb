/** Within so many pixels of the end, a reader follows what is new. */
export const NEAR = 100;

/** What must not move: a row, and how far its top is from the top of the view. */
export interface Anchor {
  key: string;
  offset: number;
}

export interface RowBox {
  key: string;
  top: number;
  height: number;
}

export function isAtEnd(scrollTop: number, viewHeight: number, contentHeight: number): boolean {
  return contentHeight - viewHeight - scrollTop <= NEAR;
}

/**
 * The row that keeps its place: the first that begins in the view, else the one that fills it. Not
 * the first of all, which may lose the name above it when earlier ones of the same person come.
 */
export function anchorOf(
  rows: readonly RowBox[],
  scrollTop: number,
  viewHeight: number,
): Anchor | undefined {
  let low = 0;
  let high = rows.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    const row = rows[middle]!;
    if (row.top + row.height > scrollTop) high = middle;
    else low = middle + 1;
  }
  const next = rows[low + 1];
  const isBegun = low === 0 || (rows[low]?.top ?? 0) < scrollTop;
  const row = isBegun && next && next.top < scrollTop + viewHeight ? next : rows[low];
  return row && { key: row.key, offset: row.top - scrollTop };
}

/** Where to scroll so that the anchor is where it was; nothing when its row has gone. */
export function restored(rows: readonly RowBox[], anchor: Anchor): number | undefined {
  const row = rows.find((each) => each.key === anchor.key);
  return row && row.top - anchor.offset;
}
