// Splits vitest's report into a file for each suite, as Maven's tests write theirs.
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const [report, folder] = process.argv.slice(2);
const suites = readFileSync(report, 'utf8').match(/<testsuite [^]*?<\/testsuite>/g) ?? [];

suites.forEach((suite, at) => {
  const name = /name="([^"]*)"/.exec(suite)?.[1] ?? String(at);
  const file = `TEST-webapp.${name.replace(/[^\w.]+/g, '.')}.xml`;
  writeFileSync(join(folder, file), `<?xml version="1.0" encoding="UTF-8"?>\n${suite}\n`);
});
