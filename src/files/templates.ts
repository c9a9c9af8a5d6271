import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { shippedTemplates } from './package-root.js';
import { readText } from './read.js';

/** Text of each template of a new project, by its path below the folder of templates, with "/". */
export function readTemplates(folder: string = shippedTemplates()): ReadonlyMap<string, string> {
  const entries = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  return new Map(
    entries.map((entry) => {
      const path = join(entry.parentPath, entry.name);
      return [path.slice(join(folder, '/').length).replaceAll('\\', '/'), readText(path)];
    }),
  );
}
