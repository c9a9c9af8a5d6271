import type { Codebook } from '../model/generated.js';
import type { PlacedRow } from '../tables/typed-rows.js';
import type { Check, CheckedTable, Row } from './check.js';
import { codebookFields } from './codebook-field.js';
import { cellText, relatedTo, say } from './say.js';

const PAIRS = [
  ['stance', 'stance_score'],
  ['stance_auto', 'stance_score_auto'],
] as const;

/** A score must have the sign of its stance; no score at all is allowed with any stance. */
export const scores: Check = {
  name: 'scores',
  rules: ['codebook/score-sign', 'label/score-sign'],
  tables: ['statement', 'standoff-statement', 'label'],
  start: ({ codebook }) => {
    const signs = stanceSigns(codebook);
    const labels = new Map<string, { stance?: PlacedRow<Row>; score?: PlacedRow<Row>; table: CheckedTable }>();
    return {
      *row(placed, table) {
        const { row } = placed;
        if (table.schema !== 'label') {
          for (const [stance, score] of PAIRS) {
            const fault = scoreFault(signs, row[stance], row[score]);
            if (fault) yield say('codebook/score-sign', placed, table, score, fault, { value: cellText(row[score]) });
          }
          return;
        }
        const field = row['field'];
        if (field !== 'stance' && field !== 'stance_score') return;
        const id = ['statement_id', 'batch_id', 'annotator_id', 'round']
          .map((name) => cellText(row[name]))
          .join('\u001f');
        const pair = labels.get(id) ?? { table };
        labels.set(id, { ...pair, [field === 'stance' ? 'stance' : 'score']: placed });
      },
      *end() {
        for (const { stance, score, table } of labels.values()) {
          if (!stance || !score || table.lookup) continue;
          const fault = scoreFault(signs, stance.row['value'], Number(score.row['value']));
          if (!fault) continue;
          yield say('label/score-sign', score, table, 'value', fault, {
            value: cellText(score.row['value']),
            related: relatedTo(stance, 'value'),
          });
        }
      },
    };
  },
};

function stanceSigns(codebook: Codebook | null): ReadonlyMap<string, string | null> {
  const stances = codebookFields(codebook).get('stance')?.categories ?? [];
  // A codebook that says nothing about a label's sign forbids no score for it.
  return new Map(stances.flatMap(({ value, sign }) => (sign === undefined ? [] : [[value, sign]])));
}

function scoreFault(signs: ReadonlyMap<string, string | null>, stance: unknown, score: unknown): string | null {
  const sign = signs.get(String(stance));
  if (typeof score !== 'number' || Number.isNaN(score) || sign === undefined) return null;
  const said = `stance "${String(stance)}"`;
  if (sign === null) return `${said} takes no score, but the score is ${score}`;
  const fits = sign === '+' ? score > 0 : sign === '-' ? score < 0 : score === 0;
  const wanted = sign === '+' ? 'above 0' : sign === '-' ? 'below 0' : '0';
  return fits ? null : `${said} takes a score ${wanted}, but the score is ${score}`;
}
