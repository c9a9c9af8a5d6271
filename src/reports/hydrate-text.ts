import { plural, withCommas } from './findings/plural.js';
import type { HydrateDocumentReport, HydrateReport } from './hydrate-report.js';

const STATES = [
  ['verified', 'verified'],
  ['relocated', 'another text, relocated'],
  ['differs', 'another text'],
  ['unreadable', 'unreadable'],
  ['missing', 'missing'],
] as const;

const COUNTS = [
  ['at_place', 'at their places'],
  ['moved', 'elsewhere'],
  ['ambiguous', 'not to be told apart'],
  ['lost', 'lost'],
  ['without_copy', 'without a copy'],
] as const;

/** Documents that are listed. */
const MOST = 40;

/** The report of `hydrate` as lines for a terminal. */
export function hydrateText(report: HydrateReport): string {
  const { documents, total, out, unchanged, hydrated, left_out } = report;
  const states = STATES.map(
    ([state, words]) => [documents.filter((one) => one.state === state).length, words] as const,
  );
  const counts = COUNTS.map(([key, words]) => [total[key], words] as const);
  const odd = documents.filter(({ state }) => state !== 'verified');
  const rows = Object.entries(left_out).filter(([, count]) => count > 0);
  const lines = [
    `documents   ${withCommas(documents.length)}: ${listed(states)}`,
    `statements  ${withCommas(total.statements)}: ${listed(counts)}`,
    `found       ${shareText(total.at_place + total.moved, total.statements - total.without_copy)}`,
    ...odd.slice(0, MOST).map(documentLine),
    ...(odd.length > MOST ? [`  … and ${plural(odd.length - MOST, 'more document')}; --format json lists all`] : []),
    ...(rows.length
      ? [`left out    ${rows.map(([file, count]) => `${plural(count, 'row')} of ${file}`).join(', ')}`]
      : []),
    out === null
      ? `nothing written${hydrated > 0 ? '; --out DIR writes the dataset with its words' : ''}`
      : `${unchanged ? 'unchanged ' : 'written   '}  ${out}: ${plural(hydrated, 'statement')} with their words`,
  ];
  return lines.map((line) => `${line}\n`).join('');
}

function listed(counts: readonly (readonly [count: number, words: string])[]): string {
  const some = counts.filter(([count]) => count > 0).map(([count, words]) => `${withCommas(count)} ${words}`);
  return some.join(', ') || 'none';
}

/** "43 of 45 (95.6 %)". */
function shareText(found: number, all: number): string {
  if (all === 0) return 'no statement has a copy';
  return `${withCommas(found)} of ${withCommas(all)} in the copies at hand (${((100 * found) / all).toFixed(1)} %)`;
}

function documentLine(one: HydrateDocumentReport): string {
  const { document_id, state, copy, statements, at_place, moved, ambiguous, lost } = one;
  if (state === 'missing' || state === 'unreadable')
    return `  ${document_id}  ${state}, ${plural(statements, 'statement')}${one.url === null ? '' : `  ${one.url}`}`;
  const words = state === 'relocated' ? 'relocated' : 'another text, left alone';
  const counts = [
    [at_place, 'at their places'],
    [moved, 'elsewhere'],
    [ambiguous, 'not to be told apart'],
    [lost, 'lost'],
  ] as const;
  return `  ${document_id}  ${words}: ${at_place + moved} of ${statements} found (${listed(counts)})${copy === null ? '' : `  ${copy}`}`;
}
