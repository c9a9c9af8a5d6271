import { surnameOf } from '../extract/resolve/names.js';
import type { Roles } from '../extract/resolve/roles.js';
import type { MentionGroup } from '../reports/name-check-report.js';
import type { Value } from '../tables/cells.js';
import { foldName, isCapitalised } from '../text/letters.js';
import { mentionForm } from '../text/mention-form.js';
import { tokenize } from '../text/tokens.js';
import type { ListedNames } from './listed-names.js';
import type { GatheredMention, SeenMention } from './mention-groups.js';

/** What the lexicons say of a mention. */
export type Explained = Pick<MentionGroup, 'why' | 'suggestions' | 'office'>;

/** Methods that find a person by his name in the mention. */
const BY_NAME: ReadonlySet<Value> = new Set(['exact', 'alias', 'surname']);

/** A guess at the spelling, or a person found by a name that the mention goes on behind ("the Dorn campaign"). */
export function doubtOf(row: Readonly<Record<string, Value>>, names: ListedNames): 'spelling' | 'inside' | null {
  const { speaker_method: method, speaker_text: text, speaker_id: id } = row;
  if (method === 'fuzzy') return 'spelling';
  if (typeof text !== 'string' || typeof id !== 'string' || !BY_NAME.has(method!)) return null;
  const surnames = names.surnamesOf(id);
  const [plain = ''] = text.split(',');
  // Where he is named at all, by his name's last word; else another mention beside this one said who it is.
  if (
    !foldName(plain.replace(/['’]s?(?= |$)/g, ''))
      .split(' ')
      .some((word) => surnames.includes(word))
  )
    return null;
  // What stands behind a preposition describes the person, or belongs to his title.
  const [head = ''] = plain.split(/\s(?:of|in|at|from|on|for|with|and|who|himself|herself)\b/);
  const ends = [plain, head].map((part) =>
    surnameOf(
      part
        .replace(/["“”]/g, '')
        .trim()
        .replace(/['’]s?$/, ''),
    ),
  );
  return ends.some((word) => surnames.includes(word)) ? null : 'inside';
}

/** What the lexicons say of a name: that it is listed, or what is spelt nearly so. */
export function explainName(key: string, names: ListedNames): Explained {
  const listed = names.exactly(key);
  if (listed.length > 0) return { why: 'listed', suggestions: listed, office: null };
  const near = names.nearly(key);
  return { why: near.length > 0 ? 'spelling' : null, suggestions: near, office: null };
}

/** What the lexicons say of a speaker: an office, a surname, or a name. */
export function explainActor(group: GatheredMention, names: ListedNames, roles: Roles): Explained {
  const office = explainOffice(group.first, roles, names);
  if (office !== null) return office;
  const surname = group.key.split(' ').at(-1)!;
  const bearers = mentionForm(group.first.text) === 'name' ? names.bySurname(surname) : [];
  if (surname === group.key && bearers.length > 0)
    return { why: bearers.length > 1 ? 'several persons' : 'surname', suggestions: bearers, office: null };
  return explainName(group.key, names);
}

/** An office of a state with nobody or several to hold it on the row's date; null for other mentions. */
function explainOffice({ text, date, country }: SeenMention, roles: Roles, names: ListedNames): Explained | null {
  if (date === null || country === null) return null;
  const tokens = tokenize(text);
  const hit = roles.within(tokens, 0, tokens.length - 1).find(({ kind }) => kind === 'office');
  // "The foreign minister's adviser" is somebody else, and "President Dorn" has a name to list.
  const next = hit && tokens[hit.last + 1];
  if (!hit || (next && (/^['’]/.test(next.text) || isCapitalised(next.text)))) return null;
  const holders = roles.holders(hit.role, country, date);
  if (holders.length === 1) return null;
  return {
    why: holders.length === 0 ? 'no holder' : 'several holders',
    suggestions: holders.map((id) => ({ id, name: names.nameOf(id) })),
    office: `${hit.role}, ${country}, ${date}`,
  };
}
