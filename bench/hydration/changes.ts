import type { Random } from '../../src/measures/random.js';
import { html } from '../../src/readers/html.js';
import { wrapLines } from '../../src/text/rewrap.js';

/** A text after a change, and where what stood somewhere stands now; null where its words are no longer the same. */
export interface Changed {
  readonly text: string;
  readonly now: (start: number, end: number) => number | null;
}

/** One way in which a copy comes to differ from the text that was annotated. */
export type Change = (text: string, random: Random) => Changed;

interface Edit {
  readonly at: number;
  readonly remove?: number;
  readonly insert?: string;
}

/** Makes edits that do not overlap, in order. */
function edited(text: string, edits: readonly Edit[]): Changed {
  const kept: { readonly from: number; readonly to: number; readonly by: number }[] = [];
  let out = '';
  let at = 0;
  for (const { at: place, remove = 0, insert = '' } of edits) {
    kept.push({ from: at, to: place, by: out.length - at });
    out += text.slice(at, place) + insert;
    at = place + remove;
  }
  kept.push({ from: at, to: text.length, by: out.length - at });
  out += text.slice(at);
  const now = (start: number, end: number): number | null => {
    const piece = kept.find(({ from, to }) => from <= start && end <= to);
    return piece ? start + piece.by : null;
  };
  return { text: out, now };
}

/** Several changes, one after the other. */
export function inTurn(...changes: readonly Change[]): Change {
  return (text, random) =>
    changes.reduce<Changed>(
      (before, change) => {
        const after = change(before.text, random);
        const now = (start: number, end: number): number | null => {
          const place = before.now(start, end);
          return place === null ? null : after.now(place, place + end - start);
        };
        return { text: after.text, now };
      },
      { text, now: (start) => start },
    );
}

interface Stretch {
  readonly start: number;
  readonly end: number;
}

function stretches(text: string, pattern: RegExp): Stretch[] {
  return [...text.matchAll(pattern)].map((found) => ({ start: found.index, end: found.index + found[0].length }));
}

const linesOf = (text: string): Stretch[] => stretches(text, /[^\n]+/g);
const sentencesOf = (text: string): Stretch[] => stretches(text, /[^.!?\n]+[.!?]*/g);

const FURNITURE = ['Home | World | Business | Opinion', 'Skip to main content', 'Share this story: mail, print'];
const NOTICE = 'Advertisement. Sign up for the morning letter and never miss a story.';

/** The furniture of a page before the text and behind it. */
export const furniture: Change = (text) =>
  edited(text, [
    { at: 0, insert: `${FURNITURE.join('\n')}\n\n` },
    { at: text.length, insert: `\n${NOTICE}\nAll rights reserved.\n` },
  ]);

/** A notice after every fourth line. */
export const notices: Change = (text) =>
  edited(
    text,
    linesOf(text)
      .filter((_, i) => i % 4 === 3)
      .map(({ end }) => ({ at: end, insert: `\n\n${NOTICE}` })),
  );

/** The line in the middle is gone. */
export const lineGone: Change = (text) => {
  const lines = linesOf(text);
  const { start, end } = lines[lines.length >> 1]!;
  return edited(text, [{ at: start, remove: end - start }]);
};

/** A share of the lines is gone. */
export const linesGone =
  (share: number): Change =>
  (text, random) =>
    edited(
      text,
      linesOf(text)
        .filter(() => random.uniform() < share)
        .map(({ start, end }) => ({ at: start, remove: end - start })),
    );

/** A word is another one in a share of the sentences. */
export const wordsChanged =
  (share: number): Change =>
  (text, random) =>
    edited(
      text,
      sentencesOf(text).flatMap(({ start, end }) => {
        const words = stretches(text.slice(start, end), /\p{L}{4,}/gu);
        const word = words[Math.floor(random.uniform() * words.length)];
        if (!word || random.uniform() >= share) return [];
        return [{ at: start + word.start, remove: word.end - word.start, insert: 'otherwise' }];
      }),
    );

/** Two thirds of the lines, with the last third put before them. */
export const partMoved: Change = (text) => {
  const lines = linesOf(text);
  const cut = lines[Math.floor((2 * lines.length) / 3)]?.start ?? 0;
  const tail = text.slice(cut);
  const now = (start: number, end: number): number | null =>
    end <= cut ? start + tail.length : start >= cut ? start - cut : null;
  return { text: tail + text.slice(0, cut), now };
};

/** The same characters in the same places but for some that are drawn otherwise. */
const redrawn =
  (draw: (text: string) => string): Change =>
  (text) => ({ text: draw(text), now: (start) => start });

/** Lines broken at a width. */
export const rewrapped = (width: number): Change => redrawn((text) => wrapLines(text, width));

/** Straight quotation marks for typographic ones. */
export const straightMarks: Change = redrawn((text) => text.replace(/[“”]/g, '"').replace(/[‘’]/g, "'"));

/** A web page with furniture, as the reader of such pages gives it: a line for each block, no blank lines. */
export const webPage: Change = (text) => {
  const escaped = (line: string): string => line.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
  const lines = linesOf(text);
  const blocks = lines.map(({ start, end }, i) => {
    const block = `<p>${escaped(text.slice(start, end))}</p>`;
    return i % 6 === 5 ? `${block}\n<aside>${NOTICE}</aside>` : block;
  });
  const menu = `<nav><ul>${FURNITURE.map((line) => `<li>${escaped(line)}</li>`).join('')}</ul></nav>`;
  const page = `<html><body>${menu}<article>\n${blocks.join('\n')}\n</article><footer>All rights reserved.</footer></body></html>`;
  const { text: read } = html.read(page);
  const [was, is] = [withoutBlanks(text), withoutBlanks(read)];
  // Where the characters of each line are in the page, blanks left out: those are what the reader changes.
  const moves: { readonly from: number; readonly to: number; readonly by: number }[] = [];
  let cursor = 0;
  for (const { start, end } of lines) {
    const [from, to] = [was.before(start), was.before(end)];
    const at = is.text.indexOf(was.text.slice(from, to), cursor);
    if (at < 0) continue;
    moves.push({ from, to, by: at - from });
    cursor = at + to - from;
  }
  const now = (start: number, end: number): number | null => {
    const [from, to] = [was.before(start), was.before(end)];
    const move = moves.find((one) => one.from <= from && from < one.to);
    const isSame = move && is.text.slice(from + move.by, to + move.by) === was.text.slice(from, to);
    return isSame ? is.place(from + move.by) : null;
  };
  return { text: read, now };
};

function withoutBlanks(text: string) {
  const places = [...text.matchAll(/\S/g)].map((found) => found.index);
  const counts = new Uint32Array(text.length + 1);
  for (const place of places) counts[place + 1] = 1;
  for (let at = 0; at < text.length; at++) counts[at + 1]! += counts[at]!;
  return {
    text: text.replace(/\s+/g, ''),
    /** Characters before a place. */
    before: (place: number): number => counts[place]!,
    place: (count: number): number => places[count]!,
  };
}

/** Another form of the same text: blanks at the ends of lines, no line feed at the end. */
export const otherForm: Change = (text) => ({
  text: text.replace(/\n/g, ' \n').trimEnd(),
  now: (start) => start + (text.slice(0, start).split('\n').length - 1),
});
