import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { Run } from '../model/generated.js';
import type { EarlierRelease } from '../releases/earlier-release.js';
import type { RecordedUnicode } from '../releases/unicode-version.js';
import { readJsonObject } from './read.js';

/**
 * The Unicode versions that a dataset's conversion (run.json) and its earlier release (versions.json) were made with, as
 * far as they are recorded. Throws ReaderError when run.json is there and can't be read.
 */
export function recordedUnicode(root: string, earlier: EarlierRelease | null): RecordedUnicode[] {
  const path = join(root, 'run.json');
  const run = existsSync(path) ? (readJsonObject(path) as Partial<Run>) : null;
  const released = earlier?.history.find((entry) => entry.version === earlier.version)?.unicode;
  return [
    ...(run?.node_unicode
      ? [{ version: run.node_unicode, madeBy: 'the conversion', place: { file: 'run.json' } }]
      : []),
    ...(released
      ? [
          {
            version: released,
            madeBy: `release ${earlier!.version}`,
            place: { file: `releases/${earlier!.version}/versions.json` },
          },
        ]
      : []),
  ];
}
