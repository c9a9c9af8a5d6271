/** Frequent little words of languages, as far as they tell them apart. */
const WORDS: Readonly<Record<string, string>> = {
  en: 'the of and to in that is was for on with as it at by he be this from are have his an not they which but has their said will were we',
  de: 'der die und das den von zu mit sich des auf für ist im dem nicht ein eine als auch es an werden aus er hat dass sie nach',
  fr: 'le la les des et en un une du que est pour dans qui par sur au pas plus ne se ce il sont avec aux son ont été',
  es: 'el la los las de que y en un una por con para del se es al lo no su como más pero sus ha fue este sobre',
  it: 'il di che la e un una per è del della in con non le dei si da al sono alla ha come più anche nel ma gli',
  pt: 'o de que e do da em um para com não uma os no se na por mais as dos como mas ao foi das à seu sua são',
  nl: 'de het een van en in is dat op te zijn voor met die niet aan er om ook als bij door naar heeft hij wordt',
  tr: 've bir bu da de için ile olarak çok daha olan gibi ne kadar sonra en ise olduğu değil ancak göre her',
  az: 've bir bu da də üçün ilə olan ki həmin edib olub olaraq isə sonra görə onun haqqında bildirib',
  pl: 'i w na z do się nie że jest to o jak za po od przez dla co jego ale był tym oraz',
  ru: 'и в не на что с он как это по но его из к за то от для был что году также',
  uk: 'і в не на що з він як це по але його із до за та від для був у про року також',
};

const LISTS = Object.entries(WORDS).map(([code, words]) => [code, new Set(words.split(' '))] as const);

const ENGLISH = new Set(WORDS['en']!.split(' '));

/** Below this number of words nothing is concluded. */
const ENOUGH = 25;

/**
 * The language of a text as BCP 47, told by its frequent words (first 4,000 characters); null when it can't be told.
 * Meant to keep rules for English from being run on other languages, not to identify languages finely.
 */
export function languageOf(text: string): string | null {
  const words =
    text
      .slice(0, 4000)
      .toLowerCase()
      .match(/\p{L}+/gu) ?? [];
  if (words.length < ENOUGH) return null;
  // Every third word a frequent one of English leaves no room for another language.
  if (words.filter((word) => ENGLISH.has(word)).length / words.length > 0.3) return 'en';
  const shares = LISTS.map(([code, list]) => ({
    code,
    share: words.filter((word) => list.has(word)).length / words.length,
  })).sort((a, b) => b.share - a.share);
  const [first, second] = shares;
  if (!first || first.share < 0.1) return null;
  return second && second.share > first.share * 0.9 ? null : first.code;
}

/** True when a text has too few Latin letters for rules of English ("" and numbers have none to judge by). */
export function isOtherScript(text: string): boolean {
  const head = text.slice(0, 4000);
  const letters = head.match(/\p{L}/gu)?.length ?? 0;
  const latin = head.match(/\p{Script=Latin}/gu)?.length ?? 0;
  return letters >= 20 && latin / letters < 0.6;
}
