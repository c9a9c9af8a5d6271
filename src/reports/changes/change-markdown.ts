import { decimals, interval } from '../text-table.js';
import type { ChangeReport, NewName, SeverityCounts } from './change-report.js';
import { markdownCode, markdownTable, markdownText } from './markdown-text.js';
import { worstFindingsTable } from './worst-findings-table.js';

/** GitHub takes 65,536 characters for a comment; some are kept for the line that says what was left out. */
const MOST = 65_000;

interface Section {
  readonly title: string;
  /** "" where there is nothing to say. */
  readonly text: string;
}

/**
 * What a contribution changes, as one Markdown for a pull request, of fewer than 65,536 characters: sections that would
 * not fit are left out and named. Whatever comes from the data is escaped.
 */
export function changeMarkdown(report: ChangeReport): string {
  const head = `### demarche: what this contribution changes\n\n${verdict(report)}\n`;
  const all = sections(report).filter(({ text }) => text !== '');
  const left: string[] = [];
  let out = head;
  for (const { title, text } of all) {
    const part = `\n#### ${title}\n\n${text}`;
    if (out.length + part.length > MOST) left.push(title);
    else out += part;
  }
  if (left.length) out += `\n_Left out, as a comment holds 65,536 characters: ${left.join(', ')}._\n`;
  return out;
}

const withCommas = (count: number): string => String(count).replace(/\B(?=(\d{3})+$)/g, ',');
const plural = (count: number, noun: string): string => `${withCommas(count)} ${noun}${count === 1 ? '' : 's'}`;
const countsOf = ({ error, warning, info }: SeverityCounts): string =>
  [plural(error, 'error'), plural(warning, 'warning'), ...(info ? [plural(info, 'note')] : [])].join(', ');

function verdict({ revision, commit, fresh, known, mended }: ChangeReport): string {
  const since = `Compared with ${markdownCode(revision)} (commit ${markdownCode(commit.slice(0, 10))}).`;
  const blocks = fresh.error
    ? `**${plural(fresh.error, 'error')} ${fresh.error === 1 ? 'blocks' : 'block'}.**`
    : '**Nothing blocks.**';
  const lines = [
    `${since} ${blocks}`,
    `- New, or in touched rows: ${countsOf(fresh)}`,
    `- Known, not counted against this contribution: ${countsOf(known)}`,
    ...(mended ? [`- ${plural(mended, 'known fault')} mended: run validate with --update-baseline`] : []),
  ];
  return `${lines[0]}\n\n${lines.slice(1).join('\n')}`;
}

function sections(report: ChangeReport): Section[] {
  return [
    { title: 'Rows', text: rowsText(report) },
    { title: 'Worst findings', text: worstFindingsTable(report.worst) },
    { title: 'New speakers', text: namesText(report.speakers) },
    { title: 'New targets', text: namesText(report.targets) },
    { title: 'Label shares', text: sharesText(report) },
    { title: 'Agreement', text: agreementText(report) },
    { title: 'Cells changed', text: cellsText(report) },
  ];
}

function rowsText({ tables, otherFiles, renamed }: ChangeReport): string {
  const touched = tables.filter(({ added, changed, withdrawn }) => added + changed + withdrawn > 0);
  const rows = touched.map(({ table, added, changed, withdrawn }) => [
    markdownCode(table),
    ...[added, changed, withdrawn].map(withCommas),
  ]);
  const sorted = tables
    .filter((table) => !touched.includes(table))
    .map(({ table }) => `- ${markdownCode(table)}: only sorted or written otherwise`);
  const columns = tables.flatMap(({ table, newColumns, lostColumns }) => [
    ...newColumns.map((column) => `- ${markdownCode(table)}: column ${markdownCode(column)} is new`),
    ...lostColumns.map((column) => `- ${markdownCode(table)}: column ${markdownCode(column)} is gone`),
  ]);
  const files = [
    ...otherFiles.map(({ path, what }) => `- ${markdownCode(path)}: ${what}`),
    ...renamed.map((one) => `- ${markdownCode(one.old)} is now ${markdownCode(one.new)}`),
  ];
  const table = rows.length
    ? markdownTable(['Table', 'Added', 'Changed', 'Withdrawn'], rows)
    : 'No row of a table was touched.\n';
  return `${table}${listed([...sorted, ...columns, ...files])}`;
}

function listed(lines: readonly string[], most = 40): string {
  if (!lines.length) return '';
  const more = lines.length - most;
  return `\n${lines.slice(0, most).join('\n')}\n${more > 0 ? `- … and ${withCommas(more)} more\n` : ''}`;
}

function namesText(names: readonly NewName[]): string {
  if (!names.length) return '';
  const shown = names
    .slice(0, 30)
    .map(({ name, statements }) => `${markdownText(name, 80)} (${withCommas(statements)})`);
  const more = names.length - shown.length;
  return `${shown.join(', ')}${more > 0 ? ` and ${withCommas(more)} more` : ''}. In brackets: statements.\n`;
}

const percent = (part: number, whole: number): string => (whole ? `${((100 * part) / whole).toFixed(1)} %` : '–');

function sharesText({ shares }: ChangeReport): string {
  const rows = shares.flatMap(({ table, field, before, after, values }) =>
    values.map((value) => [
      markdownCode(`${table}: ${field}`, 80),
      markdownCode(value.value, 80),
      `${withCommas(value.before)} (${percent(value.before, before)})`,
      `${withCommas(value.after)} (${percent(value.after, after)})`,
    ]),
  );
  return rows.length ? markdownTable(['Field', 'Value', 'Before', 'After'], rows, { words: 2, most: 80 }) : '';
}

function agreementText({ agreement, agreementLeftOut }: ChangeReport): string {
  if (!agreement.length) return '';
  const rows = agreement.map((effect) => [
    markdownCode(effect.file),
    markdownText(`${effect.coefficient}, ${effect.field}`),
    effect.reason === null ? decimals(effect.without) : '–',
    effect.reason === null ? `${decimals(effect.with)} ${interval(effect.ci)}`.trim() : markdownText(effect.reason),
    `${withCommas(effect.units)}${effect.newUnits ? ` (${effect.newUnits > 0 ? '+' : ''}${withCommas(effect.newUnits)})` : ''}`,
  ]);
  const table = markdownTable(['Label file', 'Figure', 'Without it', 'With it', 'Units'], rows, { words: 2 });
  const more = agreementLeftOut ? `\n${plural(agreementLeftOut, 'more label file')} touched.\n` : '';
  return `${table}${more}\nUnits have two or more labels. No contribution is refused for disagreeing.\n`;
}

function cellsText({ tables }: ChangeReport): string {
  const rows = tables.flatMap(({ table, cells }) =>
    cells.map((one) => [markdownCode(table), markdownCode(one.column), withCommas(one.cells)]),
  );
  return rows.length ? markdownTable(['Table', 'Column', 'Cells'], rows, { words: 2 }) : '';
}
