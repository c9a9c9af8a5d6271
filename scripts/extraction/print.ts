import type { MeasuredFigure } from '../../src/measures/extraction/figures.js';
import { textTable } from '../../src/reports/text-table.js';
import type { Measure } from './measures.js';

/** A measure with its figures computed. */
export interface Measured extends Pick<Measure, 'name' | 'documents' | 'goals'> {
  readonly figures: readonly MeasuredFigure[];
  /** Where the shared scorer says otherwise. */
  readonly differences: readonly string[];
}

const percent = (value: number | null): string => (value === null ? '–' : (100 * value).toFixed(1));

/** The table: goals first, then, measured, interval; all in percent. */
export function measuredTable(all: readonly Measured[]): string {
  const rows = all.flatMap(({ name, documents, figures, goals }) => [
    ...figures
      .filter(({ value }) => value !== null)
      .map(({ name: figure, value, interval }, i) => {
        const goal = goals[figure];
        return [
          i === 0 ? `${name} (${documents})` : '',
          figure,
          goal ? percent(goal[0]) : '',
          goal ? percent(goal[1]) : '',
          percent(value),
          interval ? `${percent(interval.ci[0])}–${percent(interval.ci[1])}` : '',
          goal ? (value! >= goal[1] ? 'then' : value! >= goal[0] ? 'first' : 'below') : '',
        ];
      }),
  ]);
  const head = ['corpus (documents)', 'measure', 'first', 'then', 'measured', '95 %', 'reached'];
  return `${textTable([head, ...rows], ['left', 'left', 'right', 'right', 'right', 'right', 'left']).join('\n')}\n`;
}
