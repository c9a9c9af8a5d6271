import { finding } from '../model/findings.js';
import type { Finding } from '../model/generated.js';
import { datasheetSections } from './datasheet-questions.js';

/** What people wrote in a datasheet.md. */
export interface DatasheetAnswers {
  /** Answers that are not blank, by the id of the question. */
  readonly answers: ReadonlyMap<string, string>;
  /** What stands between the heading of a section and its first question, by the id of the section; '' = before all. */
  readonly leads: ReadonlyMap<string, string>;
  /** Headings of their own with what stands below them, in their order. */
  readonly more: readonly string[];
  /** Line of each question's heading, by its id. */
  readonly lines: ReadonlyMap<string, number>;
}

/** Begins and ends what a release computes; it is passed over when a released datasheet is read again. */
export const COMPUTED = ['<!-- computed -->', '<!-- end of what is computed -->'] as const;

const TITLE = 'Datasheet';

/** The form to fill in: datasheet.md of a dataset, beside demarche.json. */
export function datasheetForm(): string {
  const sections = datasheetSections.flatMap(({ title, questions }) => [
    `## ${title}`,
    '',
    ...questions.flatMap(({ question, hint }) => [`### ${question}`, '', `<!-- ${hint} -->`, '']),
  ]);
  const head = [
    `# ${TITLE}`,
    '',
    '<!--',
    'For people: what no program can know about this dataset. Write below each question; leave its heading as it is, and',
    'add headings of your own where you like. A release puts what it can count beside your answers and warns of each blank.',
    '-->',
    '',
  ];
  return `${[...head, ...sections].join('\n').trimEnd()}\n`;
}

/**
 * Reads a filled form, or the datasheet of an earlier release. Nothing that people wrote is lost: answers by question,
 * the rest as it stands. Comments and what a release computed are left out; TODO and the like are no answers.
 */
export function readDatasheet(text: string): DatasheetAnswers {
  const answers = new Map<string, string>();
  const leads = new Map<string, string>();
  const lines = new Map<string, number>();
  const more: string[] = [];
  for (const { heading, line, body } of parts(text)) {
    const said = withoutComments(body);
    const question = heading === null ? undefined : questionOf(heading.text);
    const section = heading === null ? '' : sectionOf(heading.text);
    if (question !== undefined) {
      if (!lines.has(question)) lines.set(question, line);
      if (isAnswer(said)) answers.set(question, [answers.get(question), said].filter(Boolean).join('\n\n'));
    } else if (section !== undefined) {
      if (said) leads.set(section, [leads.get(section), said].filter(Boolean).join('\n\n'));
    } else more.push([`${heading!.marks} ${heading!.text}`, said].filter(Boolean).join('\n\n'));
  }
  return { answers, leads, more, lines };
}

/**
 * A warning `release/datasheet-blank` for each question of datasheet.md that nobody answered, at its heading; one for
 * all where there is no such file (`sheet` is null).
 */
export function* checkDatasheet(sheet: DatasheetAnswers | null): Iterable<Finding> {
  const say = (message: string, line: number | null, field: string | null): Finding =>
    finding('release/datasheet-blank', { file: 'datasheet.md', line, column: line === null ? null : 1 }, message, {
      severity: 'warning',
      field,
    });
  const questions = datasheetSections.flatMap((section) => section.questions);
  if (sheet === null) {
    const message = `there is no datasheet.md: ${questions.length} questions that only people can answer are blank; copy datasheet.md from the release beside demarche.json, and answer there`;
    yield say(message, null, null);
    return;
  }
  for (const { id, question } of questions) {
    if (sheet.answers.has(id)) continue;
    const line = sheet.lines.get(id) ?? null;
    const how = line === null ? `; put "### ${question}" and an answer into the file` : '';
    yield say(`nobody answered "${question}"${how}`, line, id);
  }
}

interface Heading {
  readonly marks: string;
  readonly text: string;
}

interface Part {
  /** Null for what stands before the first heading, and below the title. */
  readonly heading: Heading | null;
  readonly line: number;
  readonly body: string;
}

/** The text cut at its headings down to the third level; deeper ones belong to what stands around them. */
function* parts(text: string): Iterable<Part> {
  let heading: Heading | null = null;
  let line = 1;
  let body: string[] = [];
  let aside: string | null = null;
  for (const [i, own] of text.split(/\r?\n/).entries()) {
    const found = aside === null ? /^(#{1,3}) +(.*?)[ #]*$/.exec(own) : null;
    if (found) {
      yield { heading, line, body: body.join('\n') };
      const isTitle = found[1] === '#' && found[2]!.startsWith(TITLE);
      heading = isTitle ? null : { marks: found[1]!, text: found[2]! };
      line = i + 1;
      body = [];
    } else body.push(own);
    aside = stillAside(own, aside);
  }
  yield { heading, line, body: body.join('\n') };
}

/** What ends the comment or the code that the text is in after a line; null outside of both, where headings count. */
function stillAside(line: string, aside: string | null): string | null {
  if (aside !== null) return line.trim().includes(aside) ? null : aside;
  const fence = /^ {0,3}(```|~~~)/.exec(line)?.[1];
  if (fence !== undefined) return fence;
  const opened = line.lastIndexOf('<!--');
  return opened >= 0 && !line.slice(opened).includes('-->') ? '-->' : null;
}

function withoutComments(text: string): string {
  let out = text;
  for (let from = out.indexOf(COMPUTED[0]); from >= 0; from = out.indexOf(COMPUTED[0])) {
    const to = out.indexOf(COMPUTED[1], from);
    out = out.slice(0, from) + (to < 0 ? '' : out.slice(to + COMPUTED[1].length));
  }
  return out.replace(/<!--[^]*?(?:-->|$)/g, '').trim();
}

/** What release and form write below a question without an answer; and what people put there until they have one. */
export const BLANK = '(not answered)';

function isAnswer(text: string): boolean {
  return !/^(?:[\s.…_?*–—-]*|[\W_]*(?:todo|tbd|fixme|not answered)[\W_]*)$/i.test(text);
}

function folded(text: string): string {
  return text
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, ' ')
    .trim();
}

function questionOf(heading: string): string | undefined {
  const questions = datasheetSections.flatMap((section) => section.questions);
  return questions.find((one) => folded(one.question) === folded(heading))?.id;
}

function sectionOf(heading: string): string | undefined {
  return datasheetSections.find((one) => folded(one.title) === folded(heading))?.id;
}
