import type { CoefficientPlan, PlanPoint, PlanReport } from './plan-report.js';
import { decimals, textTable } from './text-table.js';

function nameOf({ coefficient, distance, weights, annotators }: CoefficientPlan): string {
  const scale = distance ?? (weights === null || weights === 'identity' ? null : weights);
  const about = [scale, annotators?.join(' – ')].filter((part) => part !== null && part !== undefined);
  return about.length > 0 ? `${coefficient} (${about.join(', ')})` : coefficient;
}

const cell = ({ units, clusters }: PlanPoint): string =>
  clusters === null ? `${units} units` : `${units} units in ${clusters} clusters`;

function said(plan: CoefficientPlan): string {
  const { se, se_method, pilot_units, design_effect } = plan;
  const effect = design_effect === null ? '' : `, design effect ${decimals(design_effect, 1)}`;
  const from = pilot_units === null || se === null ? '' : `: ${decimals(se, 4)} with ${pilot_units} units`;
  return `${se_method ?? 'no standard error'}${from}${effect}`;
}

/** A plan as text for a screen. */
export function planText({ input, notes, options, plans }: PlanReport): string {
  const confidence = `${(100 * Number(options['confidence'])).toFixed(0)} %`;
  const pilot =
    input === null
      ? 'no pilot'
      : `pilot of ${input.pairable_units} units with two or more labels, ${input.annotators.length} annotators`;
  const lines = [
    `units for an interval (${confidence}) of a given width; ${pilot}`,
    ...notes.map((note) => `note: ${note}`),
  ];
  for (const plan of plans) {
    lines.push('', `${nameOf(plan)}  ${decimals(plan.value)}  (${said(plan)})`);
    if (plan.reason !== null) lines.push(`  not defined: ${plan.reason}`);
    lines.push(
      ...textTable(plan.needed.map((point) => [`  width ${point.width} takes`, cell(point)])),
      ...textTable(plan.reached.map((point) => [`  ${cell(point)} give width`, decimals(point.width)])),
    );
  }
  return `${lines.join('\n')}\n`;
}
