import { existsSync } from 'node:fs';
import { dirname, join, relative, resolve, sep } from 'node:path';

/** Path of a folder from the top of the git repository around it, with "/" at its end; '' at the top, or without one. */
export function belowRepository(folder: string): string {
  const start = resolve(folder);
  for (let top = start; ; top = dirname(top)) {
    if (existsSync(join(top, '.git'))) {
      const below = relative(top, start).split(sep).join('/');
      return below === '' ? '' : `${below}/`;
    }
    if (dirname(top) === top) return '';
  }
}
