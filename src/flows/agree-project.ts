import type { Codebook, Project } from '../model/generated.js';
import type { AgreeOptions } from './agree-options.js';

const fieldOf = (codebook: Codebook | null, field: string) => codebook?.fields.find((one) => one.field === field);

/** The categories that a codebook has for a field; null where there is none. */
export function codebookCategories(codebook: Codebook | null, field: string): readonly string[] | null {
  return fieldOf(codebook, field)?.categories?.map(({ value }) => value) ?? null;
}

/**
 * How a project judges agreement on a field: level, threshold and primary coefficient of its reliability, else the
 * codebook's level. Levels are null where neither says one.
 */
export function projectScale(
  project: Project | null,
  codebook: Codebook | null,
  field: string,
): Pick<AgreeOptions, 'threshold' | 'primary'> & { readonly levels: readonly string[] | null } {
  const own = project?.reliability?.field === field ? project.reliability : undefined;
  const level = own?.level ?? fieldOf(codebook, field)?.level;
  return {
    levels: level === undefined ? null : [level],
    threshold: own?.threshold ?? null,
    ...(own === undefined ? {} : { primary: own.coefficient }),
  };
}
