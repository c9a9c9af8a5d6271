import { Ajv } from 'ajv';
import addFormats from 'ajv-formats';

type Schema = Readonly<Record<string, unknown>>;

const text = { type: 'string' };
const uri = { type: 'string', format: 'uri' };
const index = { type: 'integer', minimum: -1 };
const fromOne = { type: 'integer', minimum: 1 };
const bag = ref('propertyBag');
const level = { enum: ['none', 'note', 'warning', 'error'] };

function ref(name: string): Schema {
  return { $ref: `#/definitions/${name}` };
}

function list(items: Schema, more: Schema = {}): Schema {
  return { type: 'array', items, ...more };
}

function object(properties: Schema, required: readonly string[] = [], more: Schema = {}): Schema {
  return {
    type: 'object',
    additionalProperties: false,
    properties: { ...properties, properties: bag },
    required,
    ...more,
  };
}

const anyOf = (...names: string[]): Schema => ({ anyOf: names.map((name) => ({ required: [name] })) });
const unique = { uniqueItems: true };

/**
 * The part of the OASIS schema of SARIF 2.1.0 (errata 01) that our output uses, transcribed: same types, required
 * properties and limits; objects are closed as there, so that a property which the standard does not have, or which
 * was left out here, is refused.
 */
const schema = {
  ...object({ $schema: uri, version: { const: '2.1.0' }, runs: list(ref('run')) }, ['version', 'runs']),
  definitions: {
    propertyBag: { type: 'object', properties: { tags: list(text, unique) } },
    run: object(
      {
        tool: ref('tool'),
        invocations: list(ref('invocation')),
        originalUriBaseIds: { type: 'object', additionalProperties: ref('artifactLocation') },
        columnKind: { enum: ['utf16CodeUnits', 'unicodeCodePoints'] },
        results: list(ref('result')),
      },
      ['tool'],
    ),
    tool: object({ driver: ref('toolComponent') }, ['driver']),
    toolComponent: object(
      {
        name: text,
        version: text,
        semanticVersion: text,
        informationUri: uri,
        rules: list(ref('reportingDescriptor'), unique),
      },
      ['name'],
    ),
    reportingDescriptor: object(
      {
        id: text,
        name: text,
        shortDescription: ref('multiformatMessageString'),
        fullDescription: ref('multiformatMessageString'),
        help: ref('multiformatMessageString'),
        helpUri: uri,
        defaultConfiguration: ref('reportingConfiguration'),
      },
      ['id'],
    ),
    reportingConfiguration: object({ enabled: { type: 'boolean' }, level }),
    multiformatMessageString: object({ text, markdown: text }, ['text']),
    message: object({ text, markdown: text, id: text, arguments: list(text) }, [], anyOf('text', 'id')),
    invocation: object(
      {
        executionSuccessful: { type: 'boolean' },
        exitCode: { type: 'integer' },
        toolExecutionNotifications: list(ref('notification')),
      },
      ['executionSuccessful'],
    ),
    notification: object({ message: ref('message'), level }, ['message']),
    result: object(
      {
        ruleId: text,
        ruleIndex: index,
        level,
        message: ref('message'),
        locations: list(ref('location')),
        relatedLocations: list(ref('location'), unique),
        partialFingerprints: { type: 'object', additionalProperties: text },
        fixes: list(ref('fix'), unique),
      },
      ['message'],
    ),
    location: object({ id: index, physicalLocation: ref('physicalLocation'), message: ref('message') }),
    physicalLocation: object(
      { artifactLocation: ref('artifactLocation'), region: ref('region') },
      [],
      anyOf('address', 'artifactLocation'),
    ),
    artifactLocation: object({
      uri: { type: 'string', format: 'uri-reference' },
      uriBaseId: text,
      index,
      description: ref('message'),
    }),
    region: object(
      { startLine: fromOne, startColumn: fromOne, endLine: fromOne, endColumn: fromOne, byteOffset: index },
      [],
      anyOf('startLine', 'charOffset', 'byteOffset'),
    ),
    artifactContent: object({ text }),
    fix: object(
      { description: ref('message'), artifactChanges: list(ref('artifactChange'), { ...unique, minItems: 1 }) },
      ['artifactChanges'],
    ),
    artifactChange: object(
      { artifactLocation: ref('artifactLocation'), replacements: list(ref('replacement'), { minItems: 1 }) },
      ['artifactLocation', 'replacements'],
    ),
    replacement: object({ deletedRegion: ref('region'), insertedContent: ref('artifactContent') }, ['deletedRegion']),
  },
};

const ajv = new Ajv({ allErrors: true, strictRequired: false });
addFormats.default(ajv);
const check = ajv.compile(schema);

/** What the schema has against a value; empty for a valid one. */
export function sarifFaults(value: unknown): string[] {
  return check(value) ? [] : (check.errors ?? []).map(({ instancePath, message }) => `${instancePath} ${message}`);
}
