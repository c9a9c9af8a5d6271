import type { Codebook } from '../model/generated.js';
import { finding, type Place } from '../model/findings.js';
import type { Check } from './check.js';
import { codebookFields } from './codebook-field.js';
import { labelHalves } from './label-halves.js';
import { cellText, relatedTo } from './say.js';

const PAIRS = [
  ['stance', 'stance_score'],
  ['stance_auto', 'stance_score_auto'],
] as const;

/** What a stance and its score have in common in a label file. */
const UNIT = ['statement_id', 'batch_id', 'annotator_id', 'round'] as const;

/** A score must have the sign of its stance; no score at all is allowed with any stance. */
export const scores: Check = {
  name: 'scores',
  rules: ['codebook/score-sign', 'label/score-sign'],
  tables: ['statement', 'standoff-statement', 'label'],
  start: ({ codebook }) => {
    const signs = stanceSigns(codebook);
    const halves = labelHalves();
    const clashes: Clash[] = [];
    return {
      row: (row, say) => {
        const { values } = row;
        if (row.file.schema !== 'label') {
          for (const [stance, score] of PAIRS) {
            const fault = scoreFault(signs, values[stance], values[score]);
            if (fault) say('codebook/score-sign', row, score, fault, { value: cellText(values[score]) });
          }
          return;
        }
        const field = values['field'];
        if (field !== 'stance' && field !== 'stance_score') return;
        const own = { field, value: cellText(values['value']), place: row.placeOf('value') } as const;
        const length = row.key(UNIT);
        const other = length > 0 ? halves.meet(row.keyBytes, row.keyStart, row.keyStart + length, own) : null;
        if (!other) return;
        const [stance, score] = field === 'stance' ? [own.value, other.value] : [other.value, own.value];
        const fault = scoreFault(signs, stance, score === '' ? NaN : Number(score));
        if (!fault) return;
        const [of, at] = field === 'stance' ? [own, other] : [other, own];
        const recordId = row.recordId({ field: 'stance_score' });
        clashes.push({ fault, score, stance: of.place, place: at.place, recordId });
      },
      end: (tell) => {
        for (const { fault, score, stance, place, recordId } of clashes) {
          const details = { record_id: recordId, field: 'value', value: score, related: relatedTo(stance) };
          tell(finding('label/score-sign', place, fault, details));
        }
      },
    };
  },
};

/** A labelled score that does not fit the stance. */
interface Clash {
  readonly fault: string;
  readonly score: string;
  readonly stance: Place;
  readonly place: Place;
  readonly recordId: string | null;
}

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
