import { heading, line, tableBlock, type Block } from '../blocks.js';
import type { ReleaseDiffReport, StepDemand, StepVerdict } from './diff-report.js';
import type { Words } from './diff-words.js';

/** How far the version must move and for what, and what others would say. */
export function stepBlocks({ version, after }: ReleaseDiffReport, words: Words): Block[] {
  const { previous, step, least, demands, conventions, enough } = version;
  const verdict = enough === null ? '' : enough ? `: ${after.version} will do` : `: ${after.version} is TOO LOW`;
  const rows = demands.map((one) => [one.step.toUpperCase(), words(one.says), words(idsOf(one))]);
  return [
    heading('version'),
    line(`a ${step.toUpperCase()} step after ${words(previous)}, to ${least} at least${words(verdict)}`),
    ...(rows.length
      ? [tableBlock(['step', 'for', ''], rows, { alignments: ['left', 'left', 'left'], headShown: false })]
      : []),
    line(`Data Package's recipe ${asked(conventions.data_package)}; Croissant 1.1 ${asked(conventions.croissant)}`),
  ];
}

/** Ids enough to look at one; the machine forms have more. */
const FEW = 3;

function idsOf({ ids, rows }: StepDemand): string {
  if (rows === null || ids.length === 0) return '';
  return `${ids.slice(0, FEW).join(', ')}${rows > FEW ? ', …' : ''}`;
}

function asked({ step, least, satisfied }: StepVerdict): string {
  if (step === null) return 'asks for nothing';
  return `asks for ${step.toUpperCase()} (${least}), which ${satisfied ? 'this satisfies' : 'this does not satisfy'}`;
}
