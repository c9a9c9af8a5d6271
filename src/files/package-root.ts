import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The folder of the installed package: the nearest one above this file that holds package.json. */
export function packageRoot(): string {
  let folder = dirname(fileURLToPath(import.meta.url));
  while (!existsSync(join(folder, 'package.json'))) {
    const parent = dirname(folder);
    if (parent === folder) throw new Error('package.json of demarche was not found');
    folder = parent;
  }
  return folder;
}

/** The lexicons that ship with the package. */
export function shippedLexicons(): string {
  return join(packageRoot(), 'seeds', 'lexicons');
}

/** The codebook that ships with the package. */
export function shippedCodebook(): string {
  return join(packageRoot(), 'data', 'sample', 'codebook.json');
}

/** The templates of a new dataset project that ship with the package. */
export function shippedTemplates(): string {
  return join(packageRoot(), 'seeds', 'templates');
}

/** The version in package.json. */
export function packageVersion(): string {
  return (JSON.parse(readFileSync(join(packageRoot(), 'package.json'), 'utf8')) as { version: string }).version;
}
