import type { Emitter } from 'highlight.js';
import hljs from 'highlight.js/lib/core';
import bash from 'highlight.js/lib/languages/bash';
import c from 'highlight.js/lib/languages/c';
import css from 'highlight.js/lib/languages/css';
import java from 'highlight.js/lib/languages/java';
import javascript from 'highlight.js/lib/languages/javascript';
import json from 'highlight.js/lib/languages/json';
import python from 'highlight.js/lib/languages/python';
import rust from 'highlight.js/lib/languages/rust';
import sql from 'highlight.js/lib/languages/sql';
import typescript from 'highlight.js/lib/languages/typescript';
import xml from 'highlight.js/lib/languages/xml';

/** A piece of code with the kind of its text, or a run of such pieces. */
export type Token = string | { kind: string; children: Token[] };

/** Collects what the highlighter finds as a tree, where its own emitter would write HTML. */
class TreeEmitter implements Emitter {
  readonly root: { kind: string; children: Token[] } = { kind: '', children: [] };
  #open = [this.root];

  constructor(readonly options: unknown) {}

  addText(text: string): void {
    this.#open.at(-1)!.children.push(text);
  }

  startScope(kind: string): void {
    const node = { kind: kind.split('.')[0]!, children: [] };
    this.#open.at(-1)!.children.push(node);
    this.#open.push(node);
  }

  endScope(): void {
    this.#open.pop();
  }

  // Its parser calls two of them by other names as well.
  openNode(kind: string): void {
    this.startScope(kind);
  }

  closeNode(): void {
    this.endScope();
  }

  __addSublanguage(emitter: Emitter, name: string): void {
    const { root } = emitter as TreeEmitter;
    this.#open.at(-1)!.children.push({ kind: name ? 'language' : '', children: root.children });
  }

  finalize(): void {}

  toHTML(): string {
    return '';
  }
}

hljs.configure({ __emitter: TreeEmitter as never });
const known = { bash, c, css, java, javascript, json, python, rust, sql, typescript, xml };
for (const [name, language] of Object.entries(known)) hljs.registerLanguage(name, language);

/** The code as a tree of tokens; one plain token when the language is not known. */
export function tokensOf(code: string, language: string): Token[] {
  if (!hljs.getLanguage(language)) return [code];
  const result = hljs.highlight(code, { language, ignoreIllegals: true });
  return (result._emitter as unknown as TreeEmitter).root.children;
}
