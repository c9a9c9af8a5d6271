import { finding } from '../model/findings.js';
import type { Finding, Redaction } from '../model/generated.js';
import { placeOf } from '../releases/dataset.js';
import { knownReasons } from '../releases/change-reasons.js';
import type { Delta } from '../releases/delta.js';
import type { EarlierRelease } from '../releases/earlier-release.js';
import { makeDelta } from '../releases/make-delta.js';
import type { ReleaseMeaning } from '../releases/release-meaning.js';
import type { ReleaseTable, VersionEntry } from '../releases/release.js';
import { withheldSince, type StandoffIds } from '../releases/withheld.js';
import { rowsAsCsv } from '../tables/csv-table.js';
import type { RowStore } from '../tables/row-store.js';
import { versionFindings } from './version-findings.js';
import { testDocuments, versionStep, type ReleaseStep } from './version-step.js';

/** How a release differs from the one before, and what that asks of its version. */
export interface ReleaseChanges {
  readonly delta: Delta;
  readonly step: ReleaseStep;
  /** Errors where the version is too low; warnings of redacted documents whose words the release before has. */
  readonly findings: readonly Finding[];
}

/** Where findings about a release's version stand: it is given on the command line, for the whole dataset. */
export const VERSION_PLACE = { file: 'demarche.json', line: 1, column: 1 } as const;

/** A release as it is compared: its tables of data/, what stands in its standoff/, and what they mean. */
export interface ComparedRelease {
  readonly tables: readonly ReleaseTable[];
  readonly standoff: StandoffIds;
  readonly meaning: ReleaseMeaning;
  /** Documents whose words no release may have. */
  readonly redactions: readonly Redaction[];
}

/** Compares a release with the one before, table by table; the changes are kept in the store. */
export function releaseChanges(
  version: string,
  { tables, standoff, meaning, redactions }: ComparedRelease,
  earlier: EarlierRelease,
  store: RowStore,
): ReleaseChanges {
  const next = tables.map(({ name, table, rows, custom }) => rowsAsCsv(name, table, rows, { custom }));
  const reasons = knownReasons(next, store);
  const withheld = withheldSince(earlier.tables, next, standoff);
  const delta = makeDelta(earlier.tables, next, {
    from: earlier.version,
    to: version,
    store,
    reasonOf: reasons.reasonOf,
    notRebuilding: earlier.notRebuilding,
    withheld,
  });
  reasons.close();
  const step = versionStep(delta, {
    before: earlier.meaning,
    after: meaning,
    testDocuments: testDocuments(earlier.tables),
  });
  return {
    delta,
    step,
    findings: [
      ...versionFindings(step, version, { place: VERSION_PLACE }),
      ...redactions
        .filter((row) => withheld.documents.has(row.document_id))
        .map((row) => pendingRedaction(row, earlier.version)),
    ],
  };
}

/** The warning of a document that redactions.csv names, and whose words the release before still has. */
function pendingRedaction(row: Redaction, version: string): Finding {
  const message = `release ${version} still has words of this document; demarche redact takes them out of the releases in releases/`;
  const details = { severity: 'warning', record_id: row.document_id, field: 'document_id' } as const;
  return finding('release/redaction-pending', placeOf(row), message, details);
}

/** This version's entry in the history. */
export function versionEntry(
  version: string,
  date: string | null,
  tables: readonly ReleaseTable[],
  changes: ReleaseChanges | null,
): VersionEntry {
  const rows = Object.fromEntries(tables.map((one) => [one.name, one.rows.count]));
  if (!changes) {
    const none = { previous: null, step: null, added: null, changed: null, withdrawn: null };
    return { version, date, rows, ...none, changes: [], corrected: {} };
  }
  const { delta, step } = changes;
  const statements = delta.head.tables.find(({ table }) => table === 'statements');
  const corrected: Record<string, number> = {};
  let withheld = 0;
  for (const op of delta.ops) {
    if (op.table !== 'statements' || op.op === 'ADD') continue;
    if (op.op === 'DEL') {
      if (op.reason?.from === 'withheld') withheld++;
      continue;
    }
    for (const { column } of op.cells) corrected[column] = (corrected[column] ?? 0) + 1;
  }
  const columns = statements?.columns ?? [];
  return {
    version,
    date,
    rows,
    previous: delta.head.from,
    step: step.step,
    added: statements?.added ?? 0,
    changed: statements?.changed ?? 0,
    withdrawn: (statements?.withdrawn ?? 0) - withheld,
    ...(withheld ? { withheld } : {}),
    changes: step.demands.map((one) => ({ step: one.step, says: one.says, rows: one.rows, ids: one.ids })),
    corrected: Object.fromEntries(columns.flatMap((name) => (name in corrected ? [[name, corrected[name]!]] : []))),
  };
}
