import type { Finding } from '../../model/generated.js';
import { findingText } from './finding-text.js';
import type { FindingFormat } from './format.js';
import { failed, junitSuites, type JunitCase, type JunitSuite } from './junit-suites.js';
import { plural, withCommas } from './plural.js';
import { xmlAttribute, xmlText } from './xml.js';

/** Findings written into one test case. */
const MOST_WRITTEN = 20;

/**
 * For test dashboards, in the form that Jenkins, Surefire and GitLab read: a suite for each file, in it a case for each
 * rule that spoke there, failed by errors only; a file without findings is one case that passed. No times: no clock.
 */
export const junit: FindingFormat = {
  name: 'junit',
  *print(printed) {
    const suites = junitSuites(printed);
    const sum = (of: (suite: JunitSuite) => number): number => suites.reduce((all, suite) => all + of(suite), 0);
    yield `<?xml version="1.0" encoding="UTF-8"?>\n`;
    yield `<testsuites ${attributes({
      name: 'demarche validate',
      tests: sum(({ cases }) => cases.length),
      failures: sum(failed),
      errors: 0,
      time: 0,
    })}>\n`;
    for (const suite of suites) {
      const { name, cases } = suite;
      const skipped = cases.filter((one) => one.skipped !== null).length;
      const counts = { name, tests: cases.length, failures: failed(suite), errors: 0, skipped, time: 0 };
      yield `  <testsuite ${attributes(counts)}>\n`;
      for (const one of cases) yield printedCase(one, name);
      yield `  </testsuite>\n`;
    }
    yield `</testsuites>\n`;
  },
};

function printedCase(one: JunitCase, classname: string): string {
  const inside = content(one);
  const tag = `    <testcase ${attributes({ name: one.name, classname, time: 0 })}`;
  return inside === '' ? `${tag}/>\n` : `${tag}>\n      ${inside}\n    </testcase>\n`;
}

function content({ findings, failure, further, skipped }: JunitCase): string {
  if (skipped !== null) return `<skipped ${attributes({ message: skipped })}/>`;
  if (failure === null && findings.length === 0 && further === 0) return '';
  const body = xmlText(written(findings, further));
  if (failure === null) return `<system-out>${body}</system-out>`;
  return `<failure ${attributes({ type: failure.type, message: failure.message })}>${body}</failure>`;
}

function written(findings: readonly Finding[], further: number): string {
  const lines = findings.slice(0, MOST_WRITTEN).map((found) => findingText(found, { fix: true }));
  if (findings.length > MOST_WRITTEN) {
    const more = findings.length - MOST_WRITTEN;
    lines.push(`… and ${withCommas(more)} more (${withCommas(findings.length)} in this file)`);
  }
  if (further) lines.push(`${plural(further, 'finding')} of this rule, in whatever file, not written out here`);
  return lines.join('\n');
}

function attributes(values: Readonly<Record<string, string | number>>): string {
  return Object.entries(values)
    .map(([name, value]) => xmlAttribute(name, value))
    .join(' ');
}
