import { Parser } from 'htmlparser2';

/** An element of a parsed document. */
export interface XmlElement {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: XmlElement[];
  text: string;
}

const NAME = '[A-Za-z][A-Za-z-]*';
const REFERENCE = '&(?:amp|lt|gt|quot|#9|#10|#13);';
const TOKEN = new RegExp(
  [
    '<\\?xml version="1\\.0" encoding="UTF-8"\\?>\\n',
    `<${NAME}(?: ${NAME}="(?:[^<&"]|${REFERENCE})*")*/?>`,
    `</${NAME}>`,
    `(?:[^<&\\r]|${REFERENCE})+`,
  ].join('|'),
  'uy',
);

/**
 * Parses XML with htmlparser2 (which decodes references and nests elements, but forgives nearly everything), after
 * checking what that parser lets pass: every character is one of XML 1.0's, the text is nothing but a declaration, tags
 * with quoted attributes, end tags, text and predefined references, `]]>` does not occur, tags are balanced.
 */
export function parseXml(xml: string): XmlElement {
  const forbidden = /[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/u.exec(xml);
  if (forbidden) throw new Error(`XML does not allow the character at ${forbidden.index}`);
  if (xml.includes(']]>')) throw new Error(']]> in text');
  const open: string[] = [];
  let at = 0;
  while (at < xml.length) {
    TOKEN.lastIndex = at;
    const [token] = TOKEN.exec(xml) ?? [''];
    if (!token) throw new Error(`not well formed at ${at}: ${xml.slice(at, at + 40)}`);
    const name = /^<\/?([A-Za-z-]+)/.exec(token)?.[1];
    const attributes = [...token.matchAll(/ ([A-Za-z-]+)="/g)].map((match) => match[1]!);
    if (token.startsWith('<') && new Set(attributes).size < attributes.length) throw new Error('attribute twice');
    if (token.startsWith('</')) {
      if (open.pop() !== name) throw new Error(`</${name}> closes another element`);
    } else if (name !== undefined && !token.endsWith('/>')) open.push(name);
    at += token.length;
  }
  if (open.length) throw new Error(`<${open.at(-1)}> is not closed`);

  const root: XmlElement = { name: '', attributes: {}, children: [], text: '' };
  const stack = [root];
  const parser = new Parser(
    {
      onopentag: (name, attributes) => {
        const element: XmlElement = { name, attributes, children: [], text: '' };
        stack.at(-1)!.children.push(element);
        stack.push(element);
      },
      ontext: (text) => (stack.at(-1)!.text += text),
      onclosetag: () => stack.pop(),
    },
    { xmlMode: true, decodeEntities: true },
  );
  parser.end(xml);
  if (root.children.length !== 1) throw new Error('a document has one root');
  return root.children[0]!;
}

/**
 * What the schemas that Jenkins' xUnit plug-in and Maven Surefire publish for JUnit reports have in common, as far as it
 * concerns us: names of elements and their nesting, required attributes, no others, whole numbers and seconds.
 */
const rules: Readonly<Record<string, { children: readonly string[]; attributes: readonly string[] }>> = {
  testsuites: { children: ['testsuite'], attributes: ['name', 'tests', 'failures', 'errors', 'time'] },
  testsuite: {
    children: ['testcase'],
    attributes: ['name', 'tests', 'failures', 'errors', 'skipped', 'time'],
  },
  testcase: { children: ['skipped', 'failure', 'system-out'], attributes: ['name', 'classname', 'time'] },
  failure: { children: [], attributes: ['type', 'message'] },
  skipped: { children: [], attributes: ['message'] },
  'system-out': { children: [], attributes: [] },
};

/** What a report has against these rules, and where its counts are not those of its cases; empty for a good one. */
export function junitFaults(root: XmlElement): string[] {
  const faults: string[] = root.name === 'testsuites' ? [] : [`root is ${root.name}`];
  const walk = (element: XmlElement): void => {
    const { children, attributes } = rules[element.name] ?? { children: [], attributes: [] };
    if (Object.keys(element.attributes).join() !== attributes.join()) faults.push(`attributes of ${element.name}`);
    for (const name of ['tests', 'failures', 'errors', 'skipped', 'time']) {
      const value = element.attributes[name];
      if (value !== undefined && !/^\d+$/.test(value)) faults.push(`${name}="${value}"`);
    }
    if (children.length && element.text.trim() !== '') faults.push(`text in ${element.name}`);
    for (const child of element.children) {
      if (!children.includes(child.name)) faults.push(`${child.name} in ${element.name}`);
      walk(child);
    }
    if (element.name === 'testcase' && element.children.length > 1) faults.push('a case has two outcomes');
    if (element.name !== 'testsuite' && element.name !== 'testsuites') return;
    const cases = all(element, 'testcase');
    const failed = cases.filter(({ children: inner }) => inner.some(({ name }) => name === 'failure'));
    if (Number(element.attributes['tests']) !== cases.length) faults.push(`tests of ${element.name}`);
    if (Number(element.attributes['failures']) !== failed.length) faults.push(`failures of ${element.name}`);
  };
  walk(root);
  return faults;
}

/** Every element of a name below another one, in order. */
export function all(element: XmlElement, name: string): XmlElement[] {
  return element.children.flatMap((child) => [...(child.name === name ? [child] : []), ...all(child, name)]);
}
