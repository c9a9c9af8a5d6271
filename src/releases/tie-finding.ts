import { finding } from '../model/findings.js';
import type { Finding } from '../model/generated.js';
import type { StatementLabels } from './counted-labels.js';
import { placeOf } from './dataset.js';
import type { Decision } from './decide-value.js';

/** Warning `label/tie`: two or more labels of a unit without a majority; `stays` is the automatic value that is kept. */
export function tieFinding(
  id: string,
  field: string,
  decision: Decision,
  stays: unknown,
  labels: StatementLabels,
): Finding {
  const unit = labels.fields.get(field) ?? [...labels.fields.values()].flat();
  const [first, ...others] = unit.map(placeOf);
  const counts = decision.tie!.map(({ value, count }) => `${value} ${count}`).join(', ');
  return finding(
    'label/tie',
    first ?? { file: null },
    `no majority among ${decision.labels} labels of ${field} (${counts}); the automatic value "${String(stays ?? '')}" stays until it is adjudicated`,
    {
      severity: 'warning',
      record_id: id,
      field,
      related: others.flatMap(({ file, line, column }) =>
        file === null ? [] : [{ file, line: line ?? null, column: column ?? null }],
      ),
    },
  );
}
