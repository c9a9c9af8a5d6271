const set = (words: string): ReadonlySet<string> => new Set(words.split(' '));

/** Words that begin a noun phrase. */
export const determiners = set(
  'the a an this that these those his her its their our my your both each every some any no all another either neither several many most such',
);

/** Possessive determiners, with the pronoun that each stands for. */
export const possessives: ReadonlyMap<string, string> = new Map([
  ['his', 'he'],
  ['her', 'she'],
  ['its', 'it'],
  ['their', 'they'],
  ['our', 'we'],
  ['my', 'i'],
]);

/** Prepositions of one word. */
export const prepositions = set(
  'of in on at by for with from to into onto about over under against between among amid during through throughout toward towards upon within without across around near behind beyond despite regarding concerning including following before after since until till as per via than like ahead alongside amidst given',
);

/** Forms of be, have and do. */
export const auxiliaries = set(
  "is are was were be been being am has have had having do does did 's 'm 're 've 'd isn't aren't wasn't weren't hasn't haven't hadn't doesn't don't didn't",
);

/** Forms of be. */
export const formsOfBe = set("is are was were be been being am 's 'm 're isn't aren't wasn't weren't");

/** Forms of have. */
export const formsOfHave = set("has have had having 've 'd hasn't haven't hadn't");

/** Modal verbs. */
export const modals = set(
  "will would shall should can could may might must cannot 'll won't wouldn't shouldn't can't couldn't mustn't ought",
);

/** Subject pronouns that can speak. */
export const speakerPronouns = set('he she they we i you it who both');

/** Object and reflexive pronouns. */
export const objectPronouns = set('him her them us me himself herself themselves itself ourselves it');

/** Words that join clauses of one rank. */
export const coordinators = set('and but or yet nor');

/** Words that open a subordinate clause. */
export const subordinators = set(
  'that which who whom whose while whereas because although though if when whenever where since as unless until after before once whether how why what',
);

/** Negating words. */
export const negators = set(
  "not never n't no neither nor cannot can't don't doesn't didn't won't wouldn't isn't aren't wasn't weren't haven't hasn't hadn't shouldn't couldn't mustn't",
);

/** Days of the week and words for days, lower case. */
export const dayWords = set(
  'monday tuesday wednesday thursday friday saturday sunday today yesterday tomorrow tonight earlier later recently afterwards last next',
);

/** Nouns for a stretch or point of time: they tell when, never who. */
export const timeNouns = set(
  'time times moment second seconds minute minutes hour hours day days night nights morning mornings afternoon afternoons evening evenings week weeks weekend weekends month months year years decade decades century centuries',
);

/** Months, lower case. */
export const monthWords = set(
  'january february march april may june july august september october november december jan feb mar apr jun jul aug sep sept oct nov dec',
);

const FREQUENT_ADVERBS = set(
  'also nonetheless nevertheless otherwise moreover furthermore likewise perhaps maybe regardless somehow somewhat almost nearly sometimes seldom then again previously earlier later now still already never often always repeatedly once twice too further just only even instead meanwhile thus therefore however soon yet ever not recently subsequently together separately himself herself themselves itself',
);

/** True for an adverb that may stand inside a verb group ("has repeatedly said", "also noted"). */
export function isAdverb(lower: string): boolean {
  return FREQUENT_ADVERBS.has(lower) || (lower.length > 4 && lower.endsWith('ly') && !NOT_ADVERBS.has(lower));
}

const NOT_ADVERBS = set(
  'kelly sally molly emily polly billy lily sicily beverly kimberly wally reilly daly connolly donnelly family ally italy assembly supply reply anomaly monopoly friendly july apply rely imply comply multiply bully rally tally',
);

const IRREGULAR_PASTS = set(
  'met took made came went held gave got said told saw knew thought felt found led left kept began became brought bought built caught chose drew drove fell fought flew forgot froze grew heard hid hit hurt kept laid lost meant paid put ran read rose sat sent set shook shot showed shut sold spent spoke stood struck swore taught threw understood wore won wrote broke',
);

/** True for a word that looks like a finite verb: an auxiliary, a modal, or a past form. Used to find clauses, so it may err. */
export function looksFinite(lower: string): boolean {
  return (
    auxiliaries.has(lower) ||
    modals.has(lower) ||
    IRREGULAR_PASTS.has(lower) ||
    (lower.length > 4 && lower.endsWith('ed') && !NOT_PAST.has(lower))
  );
}

const NOT_PAST = set(
  'united need indeed speed exceed proceed hundred sacred breed naked alleged armed unprecedented so-called',
);
