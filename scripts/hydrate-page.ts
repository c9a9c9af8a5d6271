/**
 * Puts real outputs into docs/hydrate.md: every command of its console blocks is run, in their order, beside a copy of the
 * sample's release and copies of its documents as a user may have them. `npx tsx scripts/hydrate-page.ts`; with --check
 * nothing is written and the exit code says whether the page is up to date. Its table is made by bench/hydration.ts.
 */
import { cpSync, mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { extname, join } from 'node:path';
import { runBeside, updatePage } from './console-page.js';

/** Copies of the sample's documents: one is missing, one has another name, one is a page, in one a word has changed. */
function makeCopies(folder: string): void {
  mkdirSync(folder);
  const seeds = join('seeds', 'documents');
  for (const id of readdirSync(seeds, { withFileTypes: true }).filter((entry) => entry.isDirectory())) {
    const source = readdirSync(join(seeds, id.name)).find((name) => name.startsWith('source.'))!;
    cpSync(join(seeds, id.name, source), join(folder, `${id.name}${extname(source)}`));
  }
  for (const line of readFileSync(join(seeds, 'more.jsonl'), 'utf8').trim().split('\n')) {
    const { document_id: id, text } = JSON.parse(line) as { readonly document_id: string; readonly text: string };
    if (id.startsWith('11-')) continue;
    writeFileSync(join(folder, 'pardon.txt'), text);
  }
  const edit = (name: string, as: string, change: (text: string) => string): void => {
    const text = readFileSync(join(folder, name), 'utf8');
    rmSync(join(folder, name));
    writeFileSync(join(folder, as), change(text));
  };
  edit('02-agency-report.txt', '02-agency-report.html', (text) => {
    const lines = text.replace(/^\ufeff/, '').split(/\r?\n/);
    const blocks = lines.filter((line) => line !== '').map((line) => `<p>${line.replaceAll('&', '&amp;')}</p>`);
    const menu = '<nav><a href="/">Home</a> <a href="/world">World</a></nav>';
    return `<html><body>${menu}<article>\n${blocks.join('\n')}\n</article><footer>Read more</footer></body></html>\n`;
  });
  edit('04-concord-council-speech.txt', '04-concord-council-speech.txt', (text) => text.replace('must', 'should'));
}

const run = runBeside((place) => {
  cpSync(join('data', 'sample', 'releases', '0.2.0'), join(place, 'release'), { recursive: true });
  makeCopies(join(place, 'copies'));
});

updatePage(join('docs', 'hydrate.md'), 'scripts/hydrate-page.ts', run);
