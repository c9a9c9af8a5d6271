import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { codebookChanges } from '../../src/flows/codebook-changes.js';
import { versionVerdict } from '../../src/flows/codebook-version.js';
import type { Codebook } from '../../src/model/generated.js';

const test = suite('changes of a codebook');

type Field = Codebook['fields'][number];

const stance: Field = {
  field: 'stance',
  type: 'category',
  level: 'nominal',
  description: 'Which side?',
  categories: [
    { value: 'favor', sign: '+', definition: 'Supports it.' },
    { value: 'against', sign: '-', definition: 'Opposes it.' },
    { value: 'none', sign: null, definition: 'Takes no side.' },
  ],
};
const score: Field = {
  field: 'stance_score',
  type: 'integer',
  level: 'interval',
  description: 'How strongly?',
  minimum: -3,
  maximum: 3,
};
const before: Codebook = {
  version: '1.0',
  title: 'Test',
  fields: [stance, score],
  rules: [
    { rule_id: 'concern', text: 'Concern is against what causes it.' },
    { rule_id: 'decline', text: 'A refusal to comment is none.' },
  ],
  crosswalks: [{ scheme: 'Two', field: 'stance', map: { favor: '1', against: '0', none: null } }],
};

/** The changes when parts are put in the stead of others, as "STEP name change task". */
function changesTo(other: Partial<Codebook>, reworded: readonly string[] = []): string[] {
  return codebookChanges(before, { ...before, ...other }, { reworded }).map(
    ({ step, name, change, task }) => `${step} ${name} ${change} ${task}`,
  );
}

const withCategories = (categories: Field['categories']): Partial<Codebook> => ({
  fields: [{ ...stance, ...(categories ? { categories } : {}) }, score],
});
const [favor, against, none] = stance.categories!;

test('a codebook does not differ from itself', () => {
  assert.equal(changesTo({}), []);
});

test('a category that is gone or means something else is a MAJOR step, a new one MINOR', () => {
  assert.equal(changesTo(withCategories([favor!, against!])), ['major stance:none removed relabel']);
  const other = { ...favor!, definition: 'Supports or tolerates it.' };
  assert.equal(changesTo(withCategories([other, against!, none!])), ['major stance:favor redefined relabel']);
  const mixed = { value: 'mixed', sign: null, definition: 'Takes both sides.' };
  assert.equal(changesTo(withCategories([favor!, against!, none!, mixed])), ['minor stance:mixed added none']);
});

test('another sign is a redefinition, too', () => {
  assert.equal(changesTo(withCategories([{ ...favor!, sign: '0' }, against!, none!])), [
    'major stance:favor sign relabel',
  ]);
});

test('a category with its definition under another name was renamed', () => {
  const renamed = { ...favor!, value: 'pro' };
  assert.equal(changesTo(withCategories([renamed, against!, none!])), ['major stance:favor renamed move']);
});

test('words that differ in case and punctuation mean the same; other words do so when somebody says it', () => {
  const shouted = withCategories([{ ...favor!, definition: 'SUPPORTS  it' }, against!, none!]);
  assert.equal(changesTo(shouted), ['patch stance:favor reworded none']);
  const other = withCategories([{ ...favor!, definition: 'Backs it.' }, against!, none!]);
  assert.equal(changesTo(other, ['stance:favor']), ['patch stance:favor reworded none']);
});

test('examples, names for people, the title and crosswalks touch no label', () => {
  const named = { ...favor!, name: 'In favour', examples: [{ text: 'We back it.', value: 'favor' }] };
  assert.equal(changesTo(withCategories([named, against!, none!])), [
    'patch stance:favor name none',
    'patch stance:favor examples none',
  ]);
  assert.equal(changesTo({ title: 'Tests' }), ['patch title changed none']);
  assert.equal(changesTo({ crosswalks: [] }), ['patch stance to Two removed none']);
});

test('a rule that has changed or gone asks for a second look, a new one for nothing', () => {
  const [concern, decline] = before.rules;
  assert.equal(changesTo({ rules: [{ ...concern!, text: 'Concern is none.' }, decline!] }), [
    'minor rule:concern redefined recheck',
  ]);
  assert.equal(changesTo({ rules: [decline!] }), ['minor rule:concern removed recheck']);
  assert.equal(changesTo({ rules: [{ ...concern!, rule_id: 'worry' }, decline!] }), [
    'minor rule:concern renamed move',
  ]);
  assert.equal(changesTo({ rules: [...before.rules, { rule_id: 'irony', text: 'Irony is read as meant.' }] }), [
    'minor rule:irony added none',
  ]);
});

test('fields come, go, are renamed, and change their type, level and question', () => {
  const own: Field = { ...stance, field: 'x_side' };
  assert.equal(changesTo({ fields: [stance] }), ['major stance_score removed drop']);
  assert.equal(changesTo({ fields: [own, score] }), ['major stance renamed move']);
  assert.equal(changesTo({ fields: [stance, score, { ...own, categories: [favor!] }] }), ['minor x_side added none']);
  assert.equal(changesTo({ fields: [stance, { ...score, type: 'number' }] }), ['major stance_score type relabel']);
  assert.equal(changesTo({ fields: [stance, { ...score, level: 'ordinal' }] }), ['minor stance_score level none']);
  assert.equal(changesTo({ fields: [{ ...stance, description: 'Whose side?' }, score] }), [
    'minor stance redefined recheck',
  ]);
});

test('a range that shrinks is MAJOR, one that grows puts its old end in doubt', () => {
  assert.equal(changesTo({ fields: [stance, { ...score, maximum: 2 }] }), ['major stance_score maximum relabel']);
  assert.equal(changesTo({ fields: [stance, { ...score, minimum: -5 }] }), ['minor stance_score minimum recheck']);
  const { field, type, level, description, minimum } = score;
  const open: Field = { field, type, level, description, ...(minimum === undefined ? {} : { minimum }) };
  assert.equal(changesTo({ fields: [stance, open] }), ['minor stance_score maximum recheck']);
});

test('the order of categories counts only where they are a scale', () => {
  assert.equal(changesTo(withCategories([none!, against!, favor!])), []);
  const scale: Field = { ...stance, level: 'ordinal', categories: [none!, against!, favor!] };
  assert.equal(changesTo({ fields: [scale, score] }), ['minor stance level none', 'minor stance order none']);
});

test('the version must move by the gravest step, and not backwards', () => {
  const [major, minor, patch] = [
    codebookChanges(before, { ...before, fields: [stance] }),
    codebookChanges(before, { ...before, rules: before.rules.slice(1) }),
    codebookChanges(before, { ...before, title: 'Tests' }),
  ];
  assert.equal(versionVerdict(major, '1.2', '1.3'), { needed: 'major', least: '2.0', enough: false });
  assert.equal(versionVerdict(minor, '1.2', '1.3'), { needed: 'minor', least: '1.3', enough: true });
  assert.equal(versionVerdict(minor, '1.9.4', '1.10.0'), { needed: 'minor', least: '1.10.0', enough: true });
  assert.equal(versionVerdict(patch, '1.2', '1.2'), { needed: 'patch', least: '1.2.1', enough: false });
  assert.equal(versionVerdict([], '1.2', '1.2.0'), { needed: null, least: '1.2', enough: true });
  assert.is(versionVerdict([], '1.2', '1.1').enough, false);
});

test.run();
