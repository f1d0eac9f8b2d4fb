import { readFile } from 'node:fs/promises';

const PREFIX = 'virtual:emoji/';

/**
 * Makes the emoji of a language a module of its own, with only what the picker needs: the emoji, its
 * name, its group, and the words by which it is found. The data comes with the npm package.
 */
export function emoji() {
  return {
    name: 'salon-emoji',
    resolveId: (id) => (id.startsWith(PREFIX) ? `\0${id}` : undefined),
    async load(id) {
      if (!id.startsWith(`\0${PREFIX}`)) return undefined;
      const all = await emojiOf(id.slice(PREFIX.length + 1));
      // One string that is parsed is faster to load than so many literals.
      return `export default JSON.parse(${JSON.stringify(JSON.stringify(all))});`;
    },
  };
}

async function emojiOf(language) {
  const compact = await json(`${language}/compact.json`);
  const codes = await json(`${language}/shortcodes/emojibase.json`);
  const english = await json('en/shortcodes/emojibase.json');
  return compact
    .filter((each) => each.group !== undefined && each.group !== 2)
    .sort((a, b) => a.order - b.order)
    .map((each) => {
      const known = [codes[each.hexcode] ?? [], english[each.hexcode] ?? []].flat();
      const words = [...new Set([...known, ...(each.tags ?? [])])];
      return [each.unicode, each.label, each.group, words.join(' ')];
    });
}

async function json(path) {
  const file = new URL(import.meta.resolve(`emojibase-data/${path}`));
  return JSON.parse(await readFile(file, 'utf8'));
}
