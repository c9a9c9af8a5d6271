import { speakerOutcome } from '../../src/measures/extraction/attributions.js';
import { rowsCovering } from '../../src/measures/extraction/criticism.js';
import { lettersOf } from '../../src/measures/extraction/letters.js';
import { compareContents, matchContents } from '../../src/measures/extraction/match-contents.js';
import { signOf, stanceOutcome } from '../../src/measures/extraction/stances.js';
import type { Statement } from '../../src/model/generated.js';
import type { Span } from '../../src/model/spans.js';
import type { GoldDocument, StanceLine } from './corpora.js';
import { attributionOf, goldStanceOf, unitOf } from './measures.js';

/** Kinds of error that can be read by hand. */
export const STAGES = ['missed', 'spurious', 'boundary', 'speaker', 'stance', 'target', 'criticism'] as const;
export type Stage = (typeof STAGES)[number];

/** One error: where, and lines that show gold and row side by side. */
export interface ErrorSeen {
  readonly document: string;
  readonly lines: readonly string[];
}

const cut = (text: string, parts: readonly Span[]): string => {
  const characters = [...text];
  return parts
    .map(({ start, end }) => characters.slice(start, end).join(''))
    .join(' … ')
    .replace(/\s+/g, ' ');
};

/** A content with the words around it, so that the cue is seen. */
function around(text: string, parts: readonly Span[]): string {
  const [start, end] = [Math.max(0, parts[0]!.start - 80), parts.at(-1)!.end + 80];
  return [...text].slice(start, end).join('').replace(/\s+/g, ' ');
}

const rowLine = (text: string, row: Statement): string =>
  `row  [${row.quote_type}; ${row.speaker_text ?? '–'} = ${row.speaker_id ?? '?'} by ${row.speaker_method}; cue ${row.cue ?? '–'}; ${row.speech_act} ${row.stance}; target ${row.target_text ?? '–'} = ${row.target_id ?? '?'}] ${cut(text, row.segments)}`;

/** Errors of finding contents and speakers in a document: missed, spurious, boundary or speaker. */
export function attributionErrors(stage: Stage, gold: GoldDocument, rows: readonly Statement[]): ErrorSeen[] {
  const wanted = gold.quotes.map(attributionOf);
  const { utterances, pairs } = compareContents(gold.text, wanted, rows);
  const matched = matchContents(pairs);
  const used = new Set(matched.values());
  const near = (pair: { iou: number }): boolean => pair.iou >= 0.1;
  const goldLine = (g: number): string => {
    const { type, speaker_text, cue } = gold.quotes[g]!;
    return `gold [${type ?? '–'}; ${speaker_text ?? '–'}; cue ${cue ?? '–'}] ${cut(gold.text, wanted[g]!.segments)}`;
  };
  const seen = (...lines: string[]): ErrorSeen => ({ document: gold.doc_id, lines });
  const context = (g: number): string => `text ${around(gold.text, wanted[g]!.segments)}`;
  return wanted
    .flatMap((one, g): ErrorSeen[] => {
      const found = matched.get(g);
      if (found !== undefined) {
        const outcome = speakerOutcome(one, utterances[found]!);
        if (stage !== 'speaker' || outcome === 'right' || outcome === null) return [];
        return [seen(goldLine(g), ...utterances[found]!.map((row) => rowLine(gold.text, row)), context(g))];
      }
      const rival = pairs.find((pair) => pair.gold === g && near(pair) && !used.has(pair.found));
      if (stage === 'boundary' && rival)
        return [seen(goldLine(g), rowLine(gold.text, utterances[rival.found]![0]!), context(g))];
      return stage === 'missed' && !rival ? [seen(goldLine(g), context(g))] : [];
    })
    .concat(
      stage !== 'spurious'
        ? []
        : utterances.flatMap((rows, f) =>
            used.has(f) || pairs.some((pair) => pair.found === f && near(pair))
              ? []
              : [seen(rowLine(gold.text, rows[0]!), `text ${around(gold.text, rows[0]!.segments)}`)],
          ),
    );
}

/** Wrong stances, or wrong targets, of labelled statements; a statement without a row is one of `missed`. */
export function stanceErrors(stage: Stage, line: StanceLine, text: string, rows: readonly Statement[]): ErrorSeen[] {
  const gold = goldStanceOf(line);
  if (!gold) return [];
  const { row, fit } = stanceOutcome(gold, rows);
  if (!row) return [];
  const wrong = stage === 'stance' ? signOf(row.stance) !== gold.stance : gold.stance !== 'other' && fit < 0.5;
  if (!wrong) return [];
  const own = `gold [${gold.stance}; ${gold.targets.join(' | ')}] ${cut(text, gold.segments)}`;
  return [{ document: line.doc_id, lines: [own, rowLine(text, row), `text ${around(text, gold.segments)}`] }];
}

/** Criticism that was not found, or found where there is none. */
export function criticismErrors(gold: GoldDocument, rows: readonly Statement[]): ErrorSeen[] {
  const letters = lettersOf(gold.text);
  return gold.quotes.flatMap((quote) => {
    const unit = unitOf(quote);
    const own = rowsCovering(letters, unit.span, rows);
    const against = own.some((row) => row.stance === 'against');
    if (against === unit.criticism) return [];
    const line = `gold [${quote.type ?? '–'}; ${quote.target_country ?? '–'}] ${cut(gold.text, [unit.span])}`;
    return [{ document: gold.doc_id, lines: [line, ...own.map((row) => rowLine(gold.text, row))] }];
  });
}
