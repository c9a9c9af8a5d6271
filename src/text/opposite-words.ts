/** The two sides of a question as words say them; a word here or a longer one that begins with a stem of five letters. */
export interface Sides {
  readonly positive: readonly string[];
  readonly negative: readonly string[];
}

/** Words that stand on one side of a question by themselves, whatever the label scheme. */
export const SIDES: Sides = {
  positive: (
    'for pro pros favor favour favorable favourable support agree yes yea yep yay aye true positive plus increase accept ' +
    'approve allow permit like love good better best up more gain praise affirm confirm endorse ally friend trust ' +
    'high higher rise strengthen improve grow growth expand include enable legal on win always welcome consent concur ' +
    'benefit ja oui si da pour contento zustimmung dafür favorevole'
  ).split(' '),
  negative: (
    'against anti con cons contra counter contrary no nay nope not never false negative minus decrease reject refuse ' +
    'forbid ban hate bad worse worst down less lose loss criticize criticise deny condemn block enemy foe low lower fall ' +
    'weaken worsen decline shrink reduce exclude disable prohibit off oppose oppos opposition versus refute ' +
    'harm fail nein non niet nej net contre gegen contrario ablehnung dagegen'
  ).split(' '),
};

/** Words of which either is the other's opposite, though neither says for or against. */
export const PAIRS: readonly (readonly [string, string])[] = [
  ['male', 'female'],
  ['man', 'woman'],
  ['he', 'she'],
  ['all', 'none'],
  ['some', 'none'],
  ['before', 'after'],
  ['start', 'end'],
  ['open', 'closed'],
  ['left', 'right'],
  ['early', 'late'],
  ['same', 'other'],
  ['like', 'unlike'],
];

/** Beginnings of which either makes the opposite of the other: "import" and "export", "prewar" and "postwar". */
export const PREFIX_PAIRS: readonly (readonly [string, string])[] = [
  ['pro', 'anti'],
  ['pro', 'contra'],
  ['pre', 'post'],
  ['over', 'under'],
  ['im', 'ex'],
  ['in', 'ex'],
  ['in', 'out'],
  ['in', 'de'],
  ['inter', 'intra'],
  ['macro', 'micro'],
  ['hyper', 'hypo'],
  ['up', 'down'],
  ['mono', 'multi'],
  ['uni', 'multi'],
  ['with', 'without'],
  ['more', 'less'],
  ['max', 'min'],
];

/** Words that turn what stands beside them into its opposite. */
export const NEGATING_WORDS: ReadonlySet<string> = new Set(
  (
    'not no non none never without lack lacks lacking against anti un dis in im hardly barely less free ' +
    'nicht kein keine ohne ne pas sans sin ni не нет ни без против'
  ).split(' '),
);

/** Beginnings that turn a word into its opposite; the longest first. */
export const NEGATING_PREFIXES: readonly string[] =
  'counter contra against without never anti nicht против dis non not des mis un in im il ir no не ни de a'.split(' ');
