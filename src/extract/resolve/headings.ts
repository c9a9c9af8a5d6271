import { foldName } from '../../text/letters.js';
import { describeActor, fitsRole, unknownSpeaker, type Registry, type Resolution } from './resolution.js';

/**
 * Resolves a transcript heading or a metadata name, whose letters may all be capitals and misspelt ("MR. EARNET"): a full
 * name anywhere in it, else the surname with the office held on the date, else a surname one letter away (method fuzzy),
 * else a body's name. `seen` are the persons named in the document so far.
 */
export function resolveHeading(
  name: string,
  method: 'heading' | 'metadata',
  registry: Registry,
  date: string | null,
  seen: readonly string[],
): Resolution {
  const { names, roles, facts } = registry;
  const words = foldName(name.replace(/\([^)]*\)/g, ''))
    .split(' ')
    .filter(Boolean);
  const full = names.fullName(words);
  if (full) return describeActor(registry, date, full, method);
  const surname = words.at(-1) ?? '';
  const before = words.slice(0, -1).join(' ');
  const role = before === '' || isHonorific(before) ? null : roles.canonical(before);
  const choose = (holders: readonly string[], how: Resolution['method']): Resolution | null => {
    const known = holders.filter((id) => seen.includes(id));
    if (known.length === 1) return describeActor(registry, date, known[0]!, how, role);
    const active =
      date === null && role === null
        ? []
        : holders.filter((id) =>
            roles.held(id, date).some((m) => role === null || fitsRole(roles.canonical(m.role), role)),
          );
    return active.length === 1 ? describeActor(registry, date, active[0]!, how, role) : null;
  };
  const exact = choose(names.surnames.get(surname) ?? [], method);
  if (exact) return exact;
  if (surname.length >= 5) {
    const near = [...names.surnames].filter(
      ([key]) => key[0] === surname[0] && Math.abs(key.length - surname.length) <= 1 && oneEditApart(key, surname),
    );
    const fuzzy = choose(
      near.flatMap(([, ids]) => ids),
      'fuzzy',
    );
    if (fuzzy) return fuzzy;
  }
  const body = names.fullBody(words);
  return body && facts.has(body) ? describeActor(registry, date, body, method) : unknownSpeaker;
}

const isHonorific = (words: string): boolean => /^(?:mr|ms|mrs|miss|dr|sir|madam)$/.test(words);

/** True when one insertion, deletion, replacement or swap of neighbours turns one word into the other. */
function oneEditApart(a: string, b: string): boolean {
  if (a === b) return false;
  let i = 0;
  while (i < a.length && a[i] === b[i]) i++;
  const restA = a.slice(i);
  const restB = b.slice(i);
  if (restA.slice(1) === restB.slice(1) || restA.slice(1) === restB || restA === restB.slice(1)) return true;
  return restA[0] === restB[1] && restA[1] === restB[0] && restA.slice(2) === restB.slice(2);
}
