import type { RuleCount, Severity } from './finding-report.js';
import type { PrintedFindings } from './format.js';
import { sarifText, shortSarifText } from './sarif-text.js';

/** Where the pages of the rules stand. */
const PAGES = 'https://demarche.dev/docs/rules/';

/** GitHub's limits on the texts of a rule. */
const MOST_SHORT = 1024;

/** SARIF's words for severities. */
export const sarifLevel: Readonly<Record<Severity, 'error' | 'warning' | 'note'>> = {
  error: 'error',
  warning: 'warning',
  info: 'note',
};

/** The rules that spoke as SARIF reportingDescriptors, each once, with the worst severity it spoke with. */
export function sarifRules({ report, about }: PrintedFindings): Record<string, unknown>[] {
  // The worst severity of a rule comes first in `rules`.
  const worst = new Map<string, RuleCount>();
  for (const one of report.rules) if (!worst.has(one.rule)) worst.set(one.rule, one);
  return [...worst.values()].map(({ rule, severity }) => {
    const title = rule.replace('/', ': ').replaceAll('-', ' ');
    const known = about?.(rule) ?? null;
    const page = `${PAGES}${rule.split('/').map(encodeURIComponent).join('/')}.md`;
    const help = `${sarifText(known ?? title)}\n\n`;
    return {
      id: rule,
      name: pascalCase(rule),
      shortDescription: { text: shortSarifText(known === null ? title : firstSentence(known), MOST_SHORT) },
      fullDescription: { text: shortSarifText(known ?? title, MOST_SHORT) },
      help: { text: `${help}See ${page}`, markdown: `${help}[${rule}](${page})` },
      helpUri: page,
      defaultConfiguration: { level: sarifLevel[severity] },
      properties: { tags: ['dataset', rule.split('/')[0]!], 'problem.severity': problemSeverity[severity] },
    };
  });
}

/** GitHub sorts by this word. */
const problemSeverity: Readonly<Record<Severity, string>> = {
  error: 'error',
  warning: 'warning',
  info: 'recommendation',
};

function firstSentence(text: string): string {
  return /^.*?[.!?](?=\s|$)/s.exec(text)?.[0] ?? text;
}

/** "csv/blank-row" as "CsvBlankRow", as SARIF wants the names of rules for people. */
function pascalCase(rule: string): string {
  return rule
    .split(/[^A-Za-z0-9]+/)
    .map((word) => word.slice(0, 1).toUpperCase() + word.slice(1))
    .join('');
}
