// Compresses what vite has built, holds the first load to its budget, and collects the licences of
// what the browser gets.
import { mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';

const DIST = 'target/dist';
const BUDGET = 100 * 1024; // bytes of script, by gzip, before the app can be used

const packed = /\.(js|css|html|svg|json|webmanifest)$/;
const quality = { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } };

for (const name of readdirSync(DIST, { recursive: true })) {
  const file = join(DIST, name);
  if (!packed.test(file) || !statSync(file).isFile()) continue;
  const content = readFileSync(file);
  writeFileSync(`${file}.gz`, gzipSync(content, { level: 9 }));
  writeFileSync(`${file}.br`, brotliCompressSync(content, quality));
}

const first = firstScripts(readFileSync(join(DIST, 'index.html'), 'utf8'));
const size = first.reduce((sum, file) => sum + statSync(join(DIST, `${file}.gz`)).size, 0);
console.log(`webapp: the first load is ${(size / 1024).toFixed(1)} KiB of script, compressed`);
if (first.length === 0) throw new Error('index.html loads no script');
if (size > BUDGET) {
  throw new Error(`that is more than ${BUDGET / 1024} KiB: load something later by import()`);
}

mkdirSync('target/licenses', { recursive: true });
const { dependencies } = JSON.parse(readFileSync('package.json', 'utf8'));
// Svelte is needed to build only, and yet a part of it is in every page.
for (const name of ['svelte', ...Object.keys(dependencies)]) {
  const folder = join('node_modules', name);
  const text = readdirSync(folder).find((file) => /^licen[cs]e/i.test(file));
  if (!text) throw new Error(`${name} brings no licence: find it, or use something else`);
  const licence = readFileSync(join(folder, text));
  writeFileSync(`target/licenses/${name.replace('/', '-')}.txt`, licence);
}

/** The scripts of the page, and what they import at once. */
function firstScripts(html) {
  const found = [...html.matchAll(/(?:src|href)="\/(assets\/[^"]+\.js)"/g)].map(
    (match) => match[1],
  );
  for (const file of found) {
    const script = readFileSync(join(DIST, file), 'utf8');
    for (const [, name] of script.matchAll(/(?:from|import)\s*"\.\/([^"]+\.js)"/g)) {
      if (!found.includes(`assets/${name}`)) found.push(`assets/${name}`);
    }
  }
  return found;
}
