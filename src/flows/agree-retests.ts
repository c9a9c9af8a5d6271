import { agreementResults } from '../measures/agreement-results.js';
import { labelMatrix, type LabelCell } from '../measures/label-matrix.js';
import { compareText } from '../model/findings.js';
import type { RetestReport } from '../reports/agreement-report.js';
import { filterTable, type LabelTable } from './agree-label-table.js';
import { tableCells } from './agree-table-matrix.js';

/** Test-retest: each annotator's labels of the rounds that do not count against the ones that do. */
export function retestReports(earlier: LabelTable, settled: LabelTable): RetestReport[] {
  const { names } = earlier.annotator;
  return [...new Set(earlier.annotator.codes.subarray(0, earlier.rows))]
    .map((code) => ({ code, annotator_id: names.name(code) }))
    .sort((a, b) => compareText(a.annotator_id, b.annotator_id))
    .map(({ code, annotator_id }) => {
      const own = filterTable(earlier, (row) => earlier.annotator.codes[row] === code);
      const units = new Set(own.unit.codes.subarray(0, own.rows));
      const again = filterTable(
        settled,
        (row) => settled.annotator.codes[row] === code && units.has(settled.unit.codes[row]!),
      );
      const named = (table: LabelTable, annotator: string): LabelCell[] =>
        tableCells(table).map(({ unit, label }) => ({ unit, label, annotator }));
      const matrix = labelMatrix([...named(own, 'earlier'), ...named(again, 'later')]);
      const [alpha, percent] = agreementResults(matrix, { coefficients: ['krippendorff_alpha', 'percent_agreement'] });
      return {
        annotator_id,
        units: units.size,
        percent_agreement: percent!.value,
        krippendorff_alpha: alpha!.value,
        reason: alpha!.reason,
      };
    });
}
