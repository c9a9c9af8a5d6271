import { Ajv2020, type ErrorObject, type ValidateFunction } from 'ajv/dist/2020.js';
import { fullFormats } from 'ajv-formats/dist/formats.js';
import { schemas, type SchemaName } from '../model/generated.js';

/** One thing wrong with a value, in our words. */
export interface SchemaError {
  /** JSON pointer of the value; of the object, for a property that is missing or unknown. */
  readonly pointer: string;
  readonly rule: string;
  /** What is wrong, to stand after the name of the field: 'is empty'. */
  readonly message: string;
  /** The property that is missing or unknown. */
  readonly property: string | null;
  readonly value: unknown;
  readonly allowed: readonly string[];
}

/** Rules that a schema can find broken. */
export const schemaRules = [
  'table/empty-cell',
  'table/type',
  'table/value',
  'table/pattern',
  'table/format',
  'table/range',
  'table/missing-field',
  'table/unknown-field',
] as const;

/** Checks a value against a schema by name; the list is empty when all is well. */
export type SchemaChecker = (schema: SchemaName, value: unknown) => SchemaError[];

/** Checks the value of one property; the list is empty when all is well. */
export type PropertyChecker = (value: unknown) => readonly SchemaError[];

const NO_ERRORS: readonly SchemaError[] = [];

/** Makes checkers of single properties of schemas; null for a property of which nothing but its type is asked. */
export function propertyCheckers(): (schema: SchemaName, property: string) => PropertyChecker | null {
  const ajv = newAjv();
  return (schema, property) => {
    const properties = schemas[schema]['properties'] as Readonly<Record<string, object>> | undefined;
    const found = properties && Object.hasOwn(properties, property) ? properties[property] : undefined;
    // The reader has seen to the type already, and that nothing is empty that must be filled.
    if (!found || Object.keys(found).every((key) => ['type', 'minLength', 'description', 'x-codebook'].includes(key))) {
      return null;
    }
    const validator = ajv.compile(Object.fromEntries(Object.entries(found).filter(([key]) => key !== 'minLength')));
    return (value) =>
      validator(value) ? NO_ERRORS : (validator.errors ?? []).filter(saysWhat).map((error) => described(error));
  };
}

function newAjv(): Ajv2020 {
  const ajv = new Ajv2020({ allErrors: true, allowUnionTypes: true, verbose: true, strictTypes: false });
  ajv.addVocabulary(['x-file', 'x-key', 'x-references', 'x-codebook']);
  for (const name of ['uri', 'date'] as const) ajv.addFormat(name, fullFormats[name]!);
  return ajv;
}

/** Makes a checker; each schema is compiled when it is first asked for. */
export function schemaChecker(): SchemaChecker {
  const ajv = newAjv();
  const compiled = new Map<SchemaName, ValidateFunction>();
  return (schema, value) => {
    let validator = compiled.get(schema);
    if (!validator) compiled.set(schema, (validator = ajv.compile(schemas[schema])));
    // `errors` is overwritten by the next call, so it is put into our words at once.
    return validator(value) ? [] : (validator.errors ?? []).filter(saysWhat).map(described);
  };
}

/** anyOf only repeats what its parts have said. */
const saysWhat = (error: ErrorObject): boolean => error.keyword !== 'anyOf';

/** What a pattern asks for, in words where there are any. */
function formOf(pattern: string): string {
  if (pattern.startsWith('^\\d{4}-')) return 'is no date such as 2031-03-04, nor a time such as 2031-03-04T10:00:00Z';
  if (pattern.startsWith('^\\d{4}')) return 'is no date such as 2031-03-04, 2031-03 or 2031';
  return `does not have the form ${pattern}`;
}

function described(error: ErrorObject): SchemaError {
  const { instancePath: pointer, keyword, data } = error;
  const params = error.params as Readonly<Record<string, unknown>>;
  const base = { pointer, property: null, value: data as unknown, allowed: [] };
  switch (keyword) {
    case 'required':
      return {
        ...base,
        rule: 'table/missing-field',
        property: String(params['missingProperty']),
        message: 'is missing',
      };
    case 'additionalProperties': {
      const known = Object.keys((error.parentSchema?.['properties'] as object | undefined) ?? {});
      const property = String(params['additionalProperty']);
      return { ...base, rule: 'table/unknown-field', property, allowed: known, message: 'is not in the schema' };
    }
    case 'type':
      if (data === null || data === '')
        return { ...base, rule: 'table/empty-cell', message: 'is empty; it must be filled' };
      return { ...base, rule: 'table/type', message: `must be ${[params['type']].flat().join(' or ')}` };
    case 'minLength':
    case 'minItems':
      return { ...base, rule: 'table/empty-cell', message: 'is empty; it must be filled' };
    case 'uniqueItems': {
      const at = Math.max(Number(params['i']), Number(params['j']));
      const value = (data as readonly unknown[])[at];
      return { ...base, pointer: `${pointer}/${at}`, value, rule: 'table/value', message: 'stands twice in the list' };
    }
    case 'enum': {
      const allowed = (params['allowedValues'] as unknown[]).filter((one) => one !== null).map(String);
      return { ...base, rule: 'table/value', allowed, message: 'is none of the values that are allowed' };
    }
    case 'pattern':
      return { ...base, rule: 'table/pattern', message: formOf(String(params['pattern'])) };
    case 'format':
      return {
        ...base,
        rule: 'table/format',
        message: params['format'] === 'uri' ? 'is no web address' : `is no ${String(params['format'])}`,
      };
    case 'minimum':
    case 'maximum':
      return {
        ...base,
        rule: 'table/range',
        message: `must be ${keyword === 'minimum' ? 'at least' : 'at most'} ${String(params['limit'])}`,
      };
    default:
      return { ...base, rule: 'table/value', message: error.message ?? keyword };
  }
}
