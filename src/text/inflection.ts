/** Grammatical form of an inflected word. */
export type VerbForm = 'base' | 'third' | 'past' | 'participle' | 'ing';

const VOWELS = 'aeiou';

/** Third person, past, past participle and -ing form of a regular verb. */
export function verbForms(base: string): Readonly<Record<VerbForm, string>> {
  const past = pastOf(base);
  return { base, third: thirdOf(base), past, participle: past, ing: ingOf(base) };
}

const endsConsonantY = (word: string): boolean => word.endsWith('y') && !VOWELS.includes(word.at(-2) ?? 'a');

/** "stop", "drop", "ban": one syllable that ends in one vowel and one consonant doubles it. */
const doubles = (word: string): boolean => /^[^aeiou]*[aeiou][bdgklmnprtz]$/.test(word);

function thirdOf(base: string): string {
  if (endsConsonantY(base)) return `${base.slice(0, -1)}ies`;
  return /(?:s|x|z|ch|sh|o)$/.test(base) ? `${base}es` : `${base}s`;
}

function pastOf(base: string): string {
  if (base.endsWith('e')) return `${base}d`;
  if (doubles(base)) return `${base}${base.at(-1)!}ed`;
  return endsConsonantY(base) ? `${base.slice(0, -1)}ied` : `${base}ed`;
}

function ingOf(base: string): string {
  if (base.endsWith('ie')) return `${base.slice(0, -2)}ying`;
  if (doubles(base)) return `${base}${base.at(-1)!}ing`;
  return base.endsWith('e') && !/(?:ee|oe|ye)$/.test(base) ? `${base.slice(0, -1)}ing` : `${base}ing`;
}

/** Plural of a regular noun. */
export function pluralOf(noun: string): string {
  if (endsConsonantY(noun)) return `${noun.slice(0, -1)}ies`;
  return /(?:s|x|z|ch|sh)$/.test(noun) ? `${noun}es` : `${noun}s`;
}
