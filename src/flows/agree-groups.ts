import type { LabelMatrix } from '../measures/label-matrix.js';
import { selectAnnotators, withoutEmpty } from '../measures/select-labels.js';
import type { Kinds } from './agree-tables.js';

/** Annotators whose agreement is a figure of its own. */
export interface AnnotatorGroup {
  readonly name: 'people' | 'programs' | 'everybody';
  readonly matrix: LabelMatrix;
}

/**
 * People apart from programs: people first where two of them labelled; else everybody, and the notes say what kind of
 * figure that is. No group where there are no labels. A group has the categories that it used itself, or all of them with
 * `keepCategories` (a declared domain).
 */
export function groupsOf(
  matrix: LabelMatrix,
  kinds: Kinds,
  { keepCategories = false }: { readonly keepCategories?: boolean } = {},
): { list: AnnotatorGroup[]; notes: string[] } {
  const indices = (wanted: (kind: string | undefined) => boolean): number[] =>
    matrix.annotatorIds.flatMap((id, a) => (wanted(kinds.get(id)) ? [a] : []));
  const people = indices((kind) => kind === 'person');
  const programs = indices((kind) => kind === 'model' || kind === 'program');
  const everybody: AnnotatorGroup = { name: 'everybody', matrix };
  if (matrix.annotatorIds.length === 0) return { list: [], notes: ['there are no labels'] };
  const of = (name: AnnotatorGroup['name'], annotators: readonly number[]): AnnotatorGroup => ({
    name,
    matrix: withoutEmpty(selectAnnotators(matrix, annotators), { keepCategories }),
  });
  if (programs.length === 0) return { list: [everybody], notes: [] };
  if (people.length >= 2) {
    const more = programs.length >= 2 ? [of('programs', programs)] : [];
    return { list: [of('people', people), ...more, everybody], notes: [] };
  }
  if (people.length + programs.length < matrix.annotatorIds.length)
    return { list: [everybody], notes: ['not every annotator is known to be a person or a program'] };
  const notes = ['fewer than two people labelled: this is agreement between programs, not reliability'];
  return { list: [everybody], notes };
}
