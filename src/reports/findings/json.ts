import type { FindingFormat } from './format.js';

/**
 * For programs, whole: files, exact counts by severity and by rule, how many findings a baseline holds back, and the
 * findings that were kept (`rules` says of how many). One object, an entry a line.
 */
export const json: FindingFormat = {
  name: 'json',
  *print({ files, report: { counts, rules, known, findings } }) {
    const { error, warning } = counts;
    yield '{"files":[';
    yield* listed(files);
    yield `],\n"counts":${JSON.stringify({ error, warning })},\n"known":${known},\n"rules":[`;
    yield* listed(rules);
    yield '],\n"findings":[';
    yield* listed(findings);
    yield ']}\n';
  },
};

function* listed(items: Iterable<unknown>): Generator<string> {
  let first = true;
  for (const item of items) {
    yield `${first ? '' : ','}\n${JSON.stringify(item)}`;
    first = false;
  }
}
