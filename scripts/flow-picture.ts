/** Draws docs/pictures/flow.svg, the picture of the README: `npx tsx scripts/flow-picture.ts`. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

interface Step {
  readonly title: string;
  readonly command: string | null;
  readonly lines: readonly string[];
}

const steps: readonly Step[] = [
  { title: 'documents', command: null, lines: ['txt · html · md', 'documents.jsonl', 'metadata beside them'] },
  { title: 'statements', command: 'convert', lines: ['who said what', 'about whom, stance', 'offsets into the text'] },
  { title: 'findings', command: 'validate', lines: ['rule, file:line:column', 'what was found', 'what is allowed'] },
  { title: 'labels', command: 'agree', lines: ['alpha, kappa, AC1', 'intervals by document', 'work list'] },
  { title: 'release', command: 'release', lines: ['labels resolved', 'CSV · JSON · JSONL', 'checksums, stand-off'] },
  { title: 'models', command: 'score', lines: ['against gold', 'named conventions', 'two systems compared'] },
];

const width = 150;
const gap = 34;
const height = 96;
const total = steps.length * width + (steps.length - 1) * gap;

const escape = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');

function box(step: Step, i: number): string {
  const x = i * (width + gap);
  const lines = step.lines.map(
    (line, k) => `<text x="${x + width / 2}" y="${58 + k * 16}" class="line">${escape(line)}</text>`,
  );
  const command = step.command ? `<text x="${x - gap / 2}" y="12" class="command">${step.command}</text>` : '';
  const arrow = i > 0 ? `<path d="M${x - gap + 4} 60 H${x - 5}" class="arrow" marker-end="url(#head)"/>` : '';
  return `<rect x="${x}" y="22" width="${width}" height="${height}" rx="8" class="box"/><text x="${x + width / 2}" y="40" class="title">${step.title}</text>${lines.join('')}${arrow}${command}`;
}

const svg = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="-12 0 ${total + 24} 130" role="img" aria-label="The flow: documents, convert, statements, validate, findings, agree, labels, release, score">
<style>
.box{fill:#f6f8fa;stroke:#57606a}
.title{font:600 14px sans-serif;text-anchor:middle;fill:#1f2328}
.line{font:12px sans-serif;text-anchor:middle;fill:#424a53}
.command{font:600 12px monospace;text-anchor:middle;fill:#0550ae}
.arrow{stroke:#57606a;stroke-width:1.5;fill:none}
</style>
<defs><marker id="head" viewBox="0 0 8 8" refX="7" refY="4" markerWidth="7" markerHeight="7" orient="auto"><path d="M0 0L8 4L0 8z" fill="#57606a"/></marker></defs>
${steps.map(box).join('\n')}
</svg>
`;

const path = join('docs', 'pictures', 'flow.svg');
mkdirSync(dirname(path), { recursive: true });
writeFileSync(path, svg);
