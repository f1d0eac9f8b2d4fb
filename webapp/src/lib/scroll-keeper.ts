import { anchorOf, isAtEnd, restored, type Anchor, type RowBox } from './scroll';

/**
 * Keeps a list of rows where its reader is: at the end when they follow, else at the row that they
 * read, whatever is put in before it, after it, or grows. Rows are children with `data-key`.
 */
export class ScrollKeeper {
  isFollowing = true;
  /** Whether the rows end at the present: who is at the end of a piece of history follows nothing. */
  hasPresent = true;
  #scroller: HTMLElement;
  #list: HTMLElement;
  #anchor: Anchor | undefined;

  constructor(scroller: HTMLElement, list: HTMLElement) {
    this.#scroller = scroller;
    this.#list = list;
  }

  /** Remembers the place; to be called before rows change and when the reader scrolls. */
  measure(): void {
    const { scrollTop, clientHeight, scrollHeight } = this.#scroller;
    this.isFollowing = this.hasPresent && isAtEnd(scrollTop, clientHeight, scrollHeight);
    this.#anchor = anchorOf(this.#boxes(), scrollTop, clientHeight);
  }

  /** Goes back to the place; to be called after rows have changed. */
  restore(): void {
    if (this.isFollowing) return this.toEnd();
    const top = this.#anchor && restored(this.#boxes(), this.#anchor);
    if (top !== undefined && Math.abs(top - this.#scroller.scrollTop) >= 1) {
      this.#scroller.scrollTop = top;
    }
  }

  toEnd(): void {
    this.isFollowing = this.hasPresent;
    this.#scroller.scrollTop = this.#scroller.scrollHeight;
  }

  /** Brings a row to the upper part of the view, and keeps it there. */
  toRow(row: HTMLElement, share = 0.25): void {
    this.#scroller.scrollTop = row.offsetTop - this.#scroller.clientHeight * share;
    this.measure();
  }

  get isNearTop(): boolean {
    return this.#scroller.scrollTop < 600;
  }

  get isNearEnd(): boolean {
    const { scrollTop, clientHeight, scrollHeight } = this.#scroller;
    return scrollHeight - clientHeight - scrollTop < 600;
  }

  #boxes(): RowBox[] {
    const boxes: RowBox[] = [];
    for (const child of this.#list.children as HTMLCollectionOf<HTMLElement>) {
      const { key } = child.dataset;
      // Dividers come and go, and the one of a day is always above its first message.
      if (key && child.dataset.divider === undefined)
        boxes.push({ key, top: child.offsetTop, height: child.offsetHeight });
    }
    return boxes;
  }
}
