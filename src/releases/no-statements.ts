import { finding } from '../model/findings.js';
import type { Finding } from '../model/generated.js';
import type { LeftOut } from './release.js';
import { numberOf } from './say-counts.js';

/** The warning of a release that has no statement, in standoff/ neither; null where it has some. */
export function noStatements(
  released: number,
  { related, rejected }: Pick<LeftOut, 'related' | 'rejected'>,
): Finding | null {
  if (released > 0) return null;
  const all = related + rejected;
  const left = [
    ...(related ? [related === 1 ? '1 teaser of another article' : `${related} teasers of other articles`] : []),
    ...(rejected ? [`${rejected} labelled as no ${rejected === 1 ? 'statement' : 'statements'}`] : []),
  ].join(', ');
  const why = all
    ? `${all === 1 ? 'the only row' : `none of the ${numberOf(all, 'row')}`} of statements.csv is ${all === 1 ? 'not ' : ''}released (${left}); see whether that is meant${related ? ' (--include-related keeps teasers)' : ''}`
    : 'there are no rows in statements.csv; copy it from the folder that demarche convert wrote, or release without them knowingly';
  const place = { file: 'statements.csv', line: 1, column: 1 };
  return finding('release/no-statements', place, `the release has no statements: ${why}`, { severity: 'warning' });
}
