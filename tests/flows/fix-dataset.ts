import type { ValidationInput } from '../../src/checks/validation-input.js';
import { fix, type Fixed } from '../../src/flows/fix.js';
import { validate } from '../../src/flows/validate.js';
import type { Finding } from '../../src/model/generated.js';

/** A validation input after its repair: what was done, the input as it is now, and the findings before and after. */
export interface FixedInput {
  readonly fixed: Fixed;
  readonly input: ValidationInput;
  readonly before: readonly Finding[];
  readonly after: readonly Finding[];
  /** The text of a file now. */
  readonly text: (path: string) => string;
  /** "file:line:column kind: before -> after" of each repair. */
  readonly said: readonly string[];
}

/** Repairs the files of a validation input, as the command does. */
export function fixedInput(input: ValidationInput): FixedInput {
  const withBytes = (replaced: ReadonlyMap<string, Uint8Array>): ValidationInput => ({
    ...input,
    files: input.files.map((file) => ({ ...file, bytes: replaced.get(file.path) ?? file.bytes })),
  });
  const open = (replaced: ReadonlyMap<string, Uint8Array>): readonly Finding[] => {
    const { files, ...rest } = withBytes(replaced);
    return validate({ ...rest, files: files.map((file) => ({ ...file, lookup: false })) }).findings;
  };
  const fixable = input.files
    .filter(({ lookup = false }) => !lookup)
    .map(({ path, schema, bytes }) => ({ path, schema, bytes: bytes as Uint8Array }));
  const fixed = fix(fixable, open);
  const now = withBytes(new Map(fixed.files.map(({ path, bytes }) => [path, bytes])));
  return {
    fixed,
    input: now,
    before: validate(input).findings,
    after: validate(now).findings,
    text: (path) =>
      new TextDecoder('utf-8', { ignoreBOM: true }).decode(
        now.files.find((one) => one.path === path)!.bytes as Uint8Array,
      ),
    said: fixed.files.flatMap(({ repairs }) =>
      repairs.map(
        ({ file, line, column, kind, before, after }) => `${file}:${line}:${column} ${kind}: ${before} -> ${after}`,
      ),
    ),
  };
}
