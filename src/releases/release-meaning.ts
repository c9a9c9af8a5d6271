import type { Codebook, Project } from '../model/generated.js';
import { packageDescription } from './package-description.js';

/** A JSON Schema of a table, as schema/ of a release has it. */
export type TableSchema = Readonly<Record<string, unknown>>;

/** What of a release, besides its rows, moves its version. */
export interface ReleaseMeaning {
  readonly codebook: Codebook | null;
  /** The schemas of its tables; none where they are not at hand. */
  readonly schemas: readonly TableSchema[];
  /** What describes it (title, license, authors, …), by name. */
  readonly metadata: Readonly<Record<string, unknown>>;
}

/** The parts of datapackage.json that describe a release and are not computed from its rows. */
const DESCRIPTION: readonly string[] = ['title', 'description', 'homepage', 'keywords', 'licenses', 'contributors'];

/** What describes a release, from its datapackage.json. */
export function metadataOfDescriptor(descriptor: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> {
  return Object.fromEntries(DESCRIPTION.map((name) => [name, descriptor[name] ?? null]));
}

/** What will describe a release of a project, in the form that its datapackage.json has. */
export function metadataOfProject(project: Project): Readonly<Record<string, unknown>> {
  return metadataOfDescriptor(packageDescription(project));
}

/** Schema files by name as parsed schemas; those that are no JSON are left out. */
export function parsedSchemas(files: Readonly<Record<string, string>>): TableSchema[] {
  return Object.values(files).flatMap((text): TableSchema[] => {
    try {
      return [JSON.parse(text) as TableSchema];
    } catch {
      return [];
    }
  });
}
