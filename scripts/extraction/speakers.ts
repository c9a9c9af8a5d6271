import { share, tally, type Counts, type Figure } from '../../src/measures/extraction/figures.js';
import { doubtOf } from '../../src/flows/explain-mention.js';
import type { ListedNames } from '../../src/flows/listed-names.js';
import type { Statement } from '../../src/model/generated.js';
import { mentionForm, type MentionForm } from '../../src/text/mention-form.js';

export const SPEAKER_FORMS: readonly MentionForm[] = ['name', 'other words', 'pronoun'];

const QUOTE_TYPES = ['direct', 'mixed', 'indirect', 'turn', 'document'] as const;

/** How far the speakers of a document's rows are known, over all rows, by quote type and by form of the mention. */
export function countResolved(rows: readonly Statement[], names: ListedNames): Counts {
  const { add, counts } = tally();
  for (const row of rows) {
    const { speaker_id, speaker_text, quote_type } = row;
    if (speaker_id !== null && doubtOf(row, names) !== null) add('doubtful');
    const state = speaker_id !== null ? 'resolved' : speaker_text !== null ? 'unresolved' : 'none';
    const classes = ['all', quote_type, ...(speaker_text === null ? [] : [mentionForm(speaker_text)])];
    for (const name of classes) add(`${state}/${name}`);
  }
  return counts;
}

const of3 = (of: (name: string) => number, name: string): number =>
  of(`resolved/${name}`) + of(`unresolved/${name}`) + of(`none/${name}`);

/**
 * Shares of rows whose speaker is an actor of the list, a mention that stayed unresolved, or nobody; and of the
 * resolved, those taken for somebody whose name only stands inside of the mention, or is spelt otherwise.
 */
export const resolvedFigures: readonly Figure[] = [
  { name: 'of the resolved, doubtful', value: (of) => share(of('doubtful'), of('resolved/all')) },
  ...['all', ...QUOTE_TYPES, ...SPEAKER_FORMS].flatMap((name) =>
    (['resolved', 'unresolved', 'none'] as const).map((state) => ({
      name: `speaker ${state}, ${name}`,
      value: (of: (key: string) => number) => share(of(`${state}/${name}`), of3(of, name)),
    })),
  ),
];
