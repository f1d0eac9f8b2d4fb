// Tells the service worker what vite has built, compresses it, holds the first load to its budget,
// and collects the licences of what the browser gets.
import { createHash } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';

const DIST = 'target/dist';
const BUDGET = 100 * 1024; // bytes of script, by gzip, before the app can be used

const packed = /\.(js|css|html|svg|json|webmanifest)$/;
const quality = { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } };

tellWorker();
for (const name of built()) {
  const file = join(DIST, name);
  if (!packed.test(file)) continue;
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

function built() {
  const names = readdirSync(DIST, { recursive: true });
  return names.filter((name) => statSync(join(DIST, name)).isFile());
}

/** What is kept for when there is no line, under one version for all; the pages know it too. */
function tellWorker() {
  const files = built().filter((name) => name !== 'sw.js' && !name.endsWith('.html'));
  const hash = createHash('sha256');
  for (const name of [...built()].sort()) hash.update(name).update(readFileSync(join(DIST, name)));
  const version = hash.digest('hex').slice(0, 16);
  const kept = JSON.stringify(files.map((name) => `/${name}`).sort());
  replaceIn('sw.js', { __SALON_VERSION__: version, __SALON_FILES__: kept });
  replaceIn('index.html', { __SALON_VERSION__: version });
}

function replaceIn(name, marks) {
  const file = join(DIST, name);
  let text = readFileSync(file, 'utf8');
  for (const [mark, value] of Object.entries(marks)) {
    if (!text.includes(mark)) throw new Error(`${name} has no ${mark}`);
    text = text.replaceAll(mark, value);
  }
  writeFileSync(file, text);
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
