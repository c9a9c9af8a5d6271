import { finding } from '../model/findings.js';
import type { Finding, SchemaName } from '../model/generated.js';
import { jsonPlaces, type TextPlace } from '../tables/json-places.js';
import { nearest } from '../text/nearest.js';
import { shortened } from './say.js';
import type { SchemaChecker } from './schema-errors.js';

/** Rules that a JSON file can break. */
export const jsonRules = ['json/syntax', 'json/duplicate-key', 'json/schema'] as const;

/** A JSON file's value (null when it has a fault of syntax or form), its findings, and where each value stands. */
export interface CheckedJson {
  readonly value: unknown;
  readonly findings: readonly Finding[];
  /** Place of the value at a JSON pointer, or of the nearest one around it. */
  readonly placeOf: (pointer: string) => TextPlace;
}

/** Reads a JSON file and checks it against a schema; each finding says where the value stands. */
export function checkJson(text: string, file: string, schema: SchemaName, check: SchemaChecker): CheckedJson {
  const { places, twice, fault } = jsonPlaces(text);
  const placeOf = (pointer: string): TextPlace => {
    for (let at = pointer; at !== ''; at = at.slice(0, at.lastIndexOf('/'))) {
      const place = places.get(at);
      if (place) return place;
    }
    return places.get('') ?? { line: 1, column: 1 };
  };
  if (fault) {
    const place = { file, line: fault.line, column: fault.column };
    return { value: null, findings: [finding('json/syntax', place, `the file is no JSON: ${fault.message}`)], placeOf };
  }
  const findings = twice.map(({ line, column, pointer }) =>
    finding('json/duplicate-key', { file, line, column }, `${pointer} stands twice; only the last one counts`),
  );
  const value: unknown = JSON.parse(text.replace(/^\ufeff/, ''));
  const errors = check(schema, value);
  for (const error of errors) {
    const pointer = error.property === null ? error.pointer : `${error.pointer}/${error.property}`;
    const { line, column } = placeOf(pointer);
    const missing = error.rule === 'table/missing-field';
    const said =
      typeof error.value === 'object' || error.property !== null ? '' : ` "${shortened(String(error.value), 60)}"`;
    const close = error.rule === 'table/unknown-field' ? nearest(error.property ?? '', error.allowed) : null;
    findings.push(
      finding('json/schema', { file, line, column }, `${pointer || 'the file'}${said} ${error.message}`, {
        field: pointer === '' ? null : pointer,
        value: missing || said === '' ? null : shortened(String(error.value), 200) || null,
        allowed: error.allowed,
        suggestion: close === null ? null : { value: close, safe: false },
      }),
    );
  }
  // A value of the wrong form would mislead the checks that rest on it.
  return { value: errors.some((error) => error.rule !== 'table/unknown-field') ? null : value, findings, placeOf };
}
