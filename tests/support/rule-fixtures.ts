import { cpSync, existsSync, mkdtempSync, readFileSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gatherInput } from '../../src/files/validate-input.js';
import { validate } from '../../src/flows/validate.js';
import { byPlace } from '../../src/model/findings.js';
import type { Finding } from '../../src/model/generated.js';

const root = join('tests', 'fixtures', 'rules');

/** A finding as expect.json writes it; what is absent is not compared. */
export interface ExpectedFinding {
  readonly file: string | null;
  readonly line: number | null;
  readonly column: number | null;
  readonly severity: Finding['severity'];
  readonly field?: string;
  readonly value?: string;
  /** The value that is proposed. */
  readonly suggestion?: string;
}

/** What of the clean dataset is taken away, which paths are validated, and which other rules come along. */
interface FixtureOptions {
  readonly without?: readonly string[];
  readonly paths?: readonly string[];
  readonly also?: readonly string[];
}

/** expect.json of a rule: the findings of `fail`, and what `pass` needs. */
export interface Expected extends FixtureOptions {
  readonly findings: readonly ExpectedFinding[];
  readonly pass?: FixtureOptions;
}

/** Rules of `validate` that have fixtures, in order. */
export function fixtureRules(): string[] {
  const folders = (path: string): string[] =>
    readdirSync(path, { withFileTypes: true }).flatMap((entry) => (entry.isDirectory() ? [entry.name] : []));
  return folders(root)
    .filter((group) => group !== 'base')
    .flatMap((group) => folders(join(root, group)).map((name) => `${group}/${name}`))
    .filter((rule) => existsSync(join(root, rule, 'expect.json')))
    .sort();
}

/** What is expected of a rule's fixtures. */
export function expectedOf(rule: string): Expected {
  return JSON.parse(readFileSync(join(root, rule, 'expect.json'), 'utf8')) as Expected;
}

/** True when a rule's fixture of this kind is there: files that change the dataset, or an option that does. */
export function hasFixture(rule: string, kind: 'fail' | 'pass'): boolean {
  const expected = expectedOf(rule);
  const options: FixtureOptions = kind === 'fail' ? expected : (expected.pass ?? {});
  return existsSync(join(root, rule, kind)) || (options.without ?? options.paths ?? []).length > 0;
}

/** Findings of the clean dataset as a rule's fixture changes it, from the files to the last check; paths are relative. */
export function findingsOfFixture(rule: string | null, kind: 'fail' | 'pass'): readonly Finding[] {
  const expected = rule === null ? null : expectedOf(rule);
  const options: FixtureOptions = (kind === 'fail' ? expected : expected?.pass) ?? {};
  const folder = mkdtempSync(join(tmpdir(), 'demarche-rule-'));
  try {
    cpSync(join(root, 'base'), folder, { recursive: true });
    for (const name of options.without ?? []) rmSync(join(folder, name), { recursive: true });
    const overlay = rule === null ? null : join(root, rule, kind);
    if (overlay !== null && existsSync(overlay)) cpSync(overlay, folder, { recursive: true });
    const paths = (options.paths ?? []).map((name) => join(folder, name));
    const gathered = gatherInput(paths, { project: folder, from: folder });
    return [...gathered.inputs.flatMap((input) => validate(input).findings), ...gathered.findings].sort(byPlace);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
