import { speakerPronouns } from './function-words.js';
import { isCapitalised } from './letters.js';

/** What a mention is made of: a pronoun, a phrase with a name in it, or other words (a matter, an office, a clause). */
export type MentionForm = 'name' | 'other words' | 'pronoun';

/** The form of a mention: a pronoun, a phrase with a capital after its first article, or other words. */
export function mentionForm(mention: string): MentionForm {
  const words = mention
    .trim()
    .replace(/^(?:the|a|an)\s+/i, '')
    .split(/\s+/);
  if (words.length === 1 && speakerPronouns.has(words[0]!.toLowerCase())) return 'pronoun';
  return words.some((word) => isCapitalised(word)) ? 'name' : 'other words';
}
