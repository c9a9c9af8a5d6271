import { finding } from '../model/findings.js';
import type { Codebook, Finding } from '../model/generated.js';
import type { CheckedJson } from './json-file.js';

/** Rules about a codebook in itself. */
export const codebookRules = [
  'codebook/duplicate',
  'codebook/no-categories',
  'codebook/unknown-value',
  'codebook/field-name',
] as const;

/** Columns that the codebook may describe although they are the schema's. */
const OWN = /^x_[a-z0-9_]+$/;

/**
 * A codebook in itself: fields and categories named once, categories where the type asks for them, examples and
 * crosswalks that use only categories there are, and own columns that begin with x_. `columns` are the statements'.
 */
export function checkCodebook(
  codebook: Codebook,
  file: string,
  placeOf: CheckedJson['placeOf'],
  columns: readonly string[],
): Finding[] {
  const findings: Finding[] = [];
  const add = (rule: string, pointer: string, message: string, allowed: readonly string[] = []): void => {
    const { line, column } = placeOf(pointer);
    findings.push(finding(rule, { file, line, column }, message, { field: pointer, allowed }));
  };
  const seen = new Set<string>();
  const categories = new Map<string, readonly string[]>();
  codebook.fields.forEach((field, f) => {
    const at = `/fields/${f}`;
    if (seen.has(field.field)) add('codebook/duplicate', `${at}/field`, `field "${field.field}" is described twice`);
    seen.add(field.field);
    if (!columns.includes(field.field) && !OWN.test(field.field)) {
      add(
        'codebook/field-name',
        `${at}/field`,
        `"${field.field}" is no column of statements; an own field begins with x_`,
      );
    }
    const values = (field.categories ?? []).map((category) => category.value);
    categories.set(field.field, values);
    if (field.type === 'category' && !values.length) {
      add('codebook/no-categories', at, `field "${field.field}" is of type category and has none`);
    }
    (field.categories ?? []).forEach((category, c) => {
      const place = `${at}/categories/${c}`;
      if (values.indexOf(category.value) < c) {
        add('codebook/duplicate', `${place}/value`, `category "${category.value}" of "${field.field}" stands twice`);
      }
      for (const kind of ['examples', 'counter_examples'] as const) {
        (category[kind] ?? []).forEach((example, e) => {
          if (values.includes(example.value)) return;
          const message = `"${example.value}" is no category of "${field.field}"`;
          add('codebook/unknown-value', `${place}/${kind}/${e}/value`, message, values);
        });
      }
    });
  });
  (codebook.crosswalks ?? []).forEach((crosswalk, i) => {
    const values = categories.get(crosswalk.field) ?? [];
    for (const value of Object.keys(crosswalk.map)) {
      if (values.includes(value)) continue;
      const message = `"${value}" is no category of "${crosswalk.field}"`;
      add(
        'codebook/unknown-value',
        `/crosswalks/${i}/map/${value.replaceAll('~', '~0').replaceAll('/', '~1')}`,
        message,
        values,
      );
    }
  });
  return findings;
}
