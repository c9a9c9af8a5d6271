import { verbForms } from '../../text/inflection.js';

const set = (words: string): ReadonlySet<string> => new Set(words.split(' '));
const verbs = (words: string): string =>
  words
    .split(' ')
    .flatMap((base) => Object.values(verbForms(base)))
    .join(' ');

/** What ends, prevents, mends or answers a deed: a deed behind it is not charged to anybody there. */
export const ending = set(
  `${verbs('stop halt cease end prevent avoid combat refrain counter protect reduce resolve settle solve address investigate tackle eliminate eradicate prohibit forbid renounce desist overcome de-escalate disarm punish prosecute respond mitigate dispel')} prevention fight fights fighting fought struggle protection resolution settlement solution investigation prohibition renunciation cessation anti accountability accountable justice response dispelled`,
);

/** Whoever stands before such a word meets a deed without doing it: "the town suffers attacks", "Valmora reports violations". */
export const meeting = set(
  `${verbs('suffer face witness endure experience survive report document warn confirm recall discuss reveal recognize recognise mention note regret discourage')} see sees saw seen hear heard victim victims evidence proof information testimony facts video despite against amid following under since after during`,
);

/** What one is bound or expected to do: whoever has not done it is charged with the omission. */
export const owed = set(
  `${verbs('withdraw comply implement evacuate honour honor release condemn denounce fulfil fulfill respect uphold observe obey heed abide apologise apologize investigate punish prosecute cease stop halt abandon renounce relinquish return restore repay compensate cooperate co-operate acknowledge admit disarm dismantle deliver allow permit grant protect prevent rescue lift ratify rescind revoke retract answer respond reply react listen convince persuade contribute')} withdrew withdrawn upheld`,
);

/** The same in two words: "has not lived up to its word", "has not taken steps". */
export const owedPairs: ReadonlySet<string> = new Set(
  'lived up,live up,risen to,rise to,kept its,kept their,keep its,keep their,met its,met their,meet its,meet their,taken steps,taken action,taken measures,taken responsibility,taken into,take steps,take action,take measures,take responsibility,take into,come clean,brought an,bring an,put an'.split(
    ',',
  ),
);

/** Words between an auxiliary and the verb of what is owed: "has not been willing to comply". */
export const willing = set(
  `able willing ready prepared inclined managed bothered deigned chosen tried sought wanted wished agreed begun started yet to`,
);

/** Verbs of those who find a deed bad: whoever stands before them has not done it. */
export const decrying = set(verbs('condemn denounce deplore decry lament mourn oppose'));

/** Verbs of those who help or honour others. */
export const helping = set(
  verbs('help assist comfort shelter welcome thank praise commend applaud congratulate rescue heal treat'),
);

/** Verbs of giving, which say by what is given whether it is help ("sent rescue teams") or harm ("sent troops"). */
export const giving = set(`${verbs('send provide deliver offer give supply donate dispatch extend')} sent gave given`);
export const relief = set(
  'aid help assistance relief rescue condolences sympathy sympathies medicine medicines medical food blankets tents shelter doctors nurses humanitarian experts observers mediators peacekeepers',
);

/** What is a state's to lose: named beside it, the state is the one who suffers. */
export const belongings = set(
  'sovereignty integrity territory territories independence border borders frontier frontiers people peoples population citizen citizens civilian civilians soil land lands unity airspace city cities town towns village villages region regions province provinces nation children family families women infrastructure statehood affairs security stability home homes port ports waters crisis conflict dialogue soldiers servicemen hostages victims journalists nationals minority minorities refugees',
);

/** People and bodies that act for a state: "our colleagues from Valmora", "the Orlund authorities". */
export const bodies = set(
  'colleague colleagues representative representatives ambassador delegation government governments leader leaders leadership authority authorities people official officials media troops forces army military president minister citizens nationals agents side part regime friends partners members administration diplomat diplomats diplomacy clique junta ruler rulers parliament ministry',
);

/** Verbs by which speakers perform what they say: whoever does so by name in the present tense is the one who speaks. */
export const performing = set(
  'condemns welcomes calls urges reiterates supports thanks deplores believes regrets hopes commends reaffirms stresses underlines emphasizes emphasises expresses appeals joins wishes shares notes attaches extends',
);

/** What is felt, and stated by nobody but the one who feels it: "Valmora is deeply concerned". */
export const felt = set(
  'concerned disturbed convinced grateful appalled saddened worried alarmed outraged committed ready pleased disappointed shocked',
);
