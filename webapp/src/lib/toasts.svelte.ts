export interface Toast {
  id: number;
  text: string;
  kind: 'info' | 'error';
}

const SHOWN = 6_000;

/** Short messages that need no answer. Errors stay until they are closed. */
export class Toasts {
  items = $state.raw<readonly Toast[]>([]);
  #next = 1;

  info(text: string): void {
    const id = this.#add(text, 'info');
    setTimeout(() => this.close(id), SHOWN);
  }

  error(text: string): void {
    this.#add(text, 'error');
  }

  close(id: number): void {
    this.items = this.items.filter((each) => each.id !== id);
  }

  #add(text: string, kind: Toast['kind']): number {
    const id = this.#next++;
    this.items = [...this.items.filter((each) => each.text !== text).slice(-2), { id, text, kind }];
    return id;
  }
}
