import { mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { convertFiles, type ConvertFilesOptions } from '../../src/cli/convert-files.js';
import { ConversionOutput } from '../../src/files/conversion-output.js';
import { datasetLabels, loadCodebook, openDataset } from '../../src/files/dataset.js';
import { loadLexicons } from '../../src/files/lexicons.js';
import { loadPrevious, type LoadedPrevious } from '../../src/files/previous.js';
import { keepIds } from '../../src/flows/keep-ids.js';
import type { Label, Statement } from '../../src/model/generated.js';
import { shortHash } from '../../src/model/hash.js';
import type { Lexicons } from '../../src/model/lexicons.js';
import type { PreviousStatement } from '../../src/model/previous.js';

/*
 * An extractor upgrade orphans no label: the shipped datasets are converted again by extractors that were changed on
 * purpose, and every id that a label or an earlier row has must be there as a row or as a tombstone.
 */
const test = suite('convert --previous on the shipped datasets');

const SAMPLE = join('data', 'sample');
const shipped = loadLexicons();
const codebook = loadCodebook();
const labelled = [...new Set(datasetLabels<Label>(openDataset(SAMPLE)).rows.map(({ row }) => row.statement_id))];

/** Converts documents into a folder with changed lexicons, keeping the ids of an earlier dataset, and reads it back. */
async function upgraded(
  out: string,
  previous: LoadedPrevious,
  {
    lexicons = {},
    ...more
  }: { readonly lexicons?: Partial<Lexicons> } & Partial<Omit<ConvertFilesOptions, 'lexicons'>>,
): Promise<LoadedPrevious> {
  mkdirSync(out, { recursive: true });
  await convertFiles({
    inputs: [join('seeds', 'documents')],
    loaded: { ...shipped, lexicons: { ...shipped.lexicons, ...lexicons } },
    previous,
    output: new ConversionOutput(out),
    codebook,
    labeler: 'lexicon',
    questions: false,
    shard: null,
    onDocument: () => undefined,
    ...more,
  });
  return loadPrevious(out);
}

async function inTemporary(work: (folder: string) => Promise<void>): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'demarche-previous-'));
  try {
    await work(folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

const idsOf = ({ statements }: LoadedPrevious): string[] =>
  [...statements].flatMap(([, rows]) => rows.map((row) => row.statement_id));

interface Fate {
  readonly kept: number;
  readonly redirected: number;
  readonly withdrawn: number;
}

/** What became of some ids; fails where one is lost, is both row and tombstone, or redirects into nothing. */
function fateOf(ids: Iterable<string>, after: LoadedPrevious): Fate {
  const rows = new Set(idsOf(after));
  const stones = new Map(after.tombstones.map((stone) => [stone.id, stone.replaced_by]));
  const fate = { kept: 0, redirected: 0, withdrawn: 0 };
  for (const id of ids) {
    assert.ok(rows.has(id) !== stones.has(id), `${id} is ${rows.has(id) ? 'a row and a tombstone' : 'lost'}`);
    if (rows.has(id)) {
      fate.kept++;
      continue;
    }
    let next = stones.get(id) ?? null;
    for (let n = 0; next !== null && !rows.has(next); n++) {
      assert.ok(stones.has(next) && n < 100, `${id} redirects to ${next}, which is nowhere`);
      next = stones.get(next) ?? null;
    }
    if (next === null) fate.withdrawn++;
    else fate.redirected++;
  }
  return fate;
}

/** Every id once, and none that was withdrawn before. */
function noneMintedTwice(after: LoadedPrevious, before: LoadedPrevious): void {
  const ids = idsOf(after);
  assert.is(new Set(ids).size, ids.length, 'an id stands twice');
  assert.equal(
    ids.filter((id) => before.retired.has(id)),
    [],
    'a withdrawn id came back',
  );
  const stones = after.tombstones.map(({ id }) => id);
  assert.is(new Set(stones).size, stones.length, 'a tombstone stands twice');
}

const { actors, cues, countries, roles, targets } = shipped.lexicons;

/** Extractors that differ from the shipped one on purpose. */
const upgrades: Readonly<Record<string, Partial<Lexicons>>> = {
  'a fifth of the cues is gone': { cues: cues.filter((_, i) => i % 5 !== 0) },
  'no cue is left': { cues: [] },
  'every target has another id': {
    targets: targets.map((target) => ({
      ...target,
      target_id: `new-${target.target_id}`,
      parent_id: target.parent_id && `new-${target.parent_id}`,
    })),
  },
  'half of the targets are gone': { targets: targets.filter((_, i) => i % 2 === 0) },
  'no person is known': { actors: actors.filter(({ kind }) => kind !== 'person') },
  'half of the persons are somebody else': {
    actors: actors.map((actor, i) => (i % 2 ? actor : { ...actor, actor_id: `other-${actor.actor_id}` })),
  },
  'nothing is known but the cues': { actors: [], countries: [], roles: [], targets: [], memberships: [] },
  'everything changes a little': {
    cues: cues.filter((_, i) => i % 7 !== 3),
    targets: targets.filter((_, i) => i % 3 !== 1),
    actors: actors.filter((_, i) => i % 4 !== 2),
    countries: countries.filter((_, i) => i % 9 !== 1),
    roles: roles.filter((_, i) => i % 5 !== 2),
  },
};

for (const [what, lexicons] of Object.entries(upgrades)) {
  test(`every label of the sample is kept, redirected or tombstoned where ${what}`, () =>
    inTemporary(async (folder) => {
      const before = loadPrevious(SAMPLE);
      const after = await upgraded(join(folder, 'out'), before, { lexicons });
      const fate = fateOf(labelled, after);
      fateOf([...idsOf(before), ...before.retired], after);
      noneMintedTwice(after, before);
      assert.ok(fate.kept < labelled.length - 13, 'the change does something');
      if (what.startsWith('every target')) assert.ok(fate.kept > labelled.length / 2, 'mentions keep ids');
    }));
}

test('labels survive one upgrade after the other, and the way back', () =>
  inTemporary(async (folder) => {
    let before = loadPrevious(SAMPLE);
    const all = new Set([...labelled, ...idsOf(before), ...before.retired]);
    for (const [i, lexicons] of [...Object.values(upgrades), {}].entries()) {
      const after = await upgraded(join(folder, String(i)), before, { lexicons });
      noneMintedTwice(after, before);
      for (const id of idsOf(after)) all.add(id);
      fateOf(all, after);
      before = after;
    }
  }));

test('a document that is gone, and one that can not be read any more, leave tombstones', () =>
  inTemporary(async (folder) => {
    const input = join(folder, 'in');
    mkdirSync(input);
    const names = readdirSync(join('seeds', 'documents')).filter((name) => /^\d/.test(name));
    for (const [i, name] of names.entries()) {
      if (i === 0) continue;
      mkdirSync(join(input, name));
      for (const file of readdirSync(join('seeds', 'documents', name))) {
        const bytes = readFileSync(join('seeds', 'documents', name, file));
        const broken = i === 1 && file.startsWith('source.');
        writeFileSync(join(input, name, file), broken ? Buffer.from([0, 1, 2, 255, 0, 3]) : bytes);
      }
    }
    const before = loadPrevious(SAMPLE);
    const after = await upgraded(join(folder, 'out'), before, { inputs: [input] });
    fateOf([...labelled, ...idsOf(before), ...before.retired], after);
    assert.is(after.statements.get(names[0]!), undefined);
    assert.is(after.statements.get(names[1]!), undefined);
    assert.ok(after.statements.get(names[2]!));
  }));

test('the shards of a conversion together have the tombstones of the whole', () =>
  inTemporary(async (folder) => {
    const before = loadPrevious(SAMPLE);
    const options = {
      lexicons: upgrades['everything changes a little']!,
      inputs: ['02-agency-report', '06-strait-news', '07-daily-briefing'].map((id) => join('seeds', 'documents', id)),
    };
    const whole = await upgraded(join(folder, 'whole'), before, options);
    const shards = await Promise.all(
      [1, 2, 3].map((index) =>
        upgraded(join(folder, String(index)), before, { ...options, shard: { index, count: 3 } }),
      ),
    );
    const stones = (of: readonly LoadedPrevious[]): string[] => [
      ...new Set(of.flatMap(({ tombstones }) => tombstones.map((stone) => JSON.stringify(stone))).sort()),
    ];
    assert.equal(stones(shards), stones([whole]));
    assert.equal(shards.flatMap(idsOf).sort(), idsOf(whole).sort());
  }));

test('no id of the stand-off dataset is lost when none of its documents is at hand', () =>
  inTemporary(async (folder) => {
    const before = loadPrevious(join('data', 'real'));
    const after = await upgraded(join(folder, 'out'), before, {});
    assert.is(fateOf(idsOf(before), after).withdrawn, idsOf(before).length);
  }));

/** The rows of a stand-off document as a changed extractor might give them: ids anew, some gone, moved or read otherwise. */
function disturbed(rows: readonly PreviousStatement[], seed: number): Statement[] {
  return rows.flatMap((row, i): Statement[] => {
    const n = (i * 7 + seed) % 10;
    if (n === 0) return [];
    const last = row.segments.at(-1)!;
    const shorter = [
      ...row.segments.slice(0, -1),
      { ...last, end: last.start + Math.ceil((last.end - last.start) / 2) },
    ];
    const changed = {
      ...row,
      // The same row is minted alike, so that new ids meet old ones.
      statement_id: n === 1 ? rows[(i + 1) % rows.length]!.statement_id : `st_${shortHash([row.statement_id, 'new'])}`,
      segments: n === 2 || n === 3 ? shorter : row.segments,
      ...(n === 4 ? { target_id: 'another-target', target_start: null, target_end: null } : {}),
      ...(n === 5 ? { speaker_id: 'somebody-else' } : {}),
      embedded_in: null,
      restates: null,
    } as unknown as Statement;
    return n === 6 ? [changed, { ...changed, statement_id: `st_${shortHash([row.statement_id, 'twin'])}` }] : [changed];
  });
}

test('the rows of the stand-off dataset keep their ids or leave tombstones, however they are disturbed', () => {
  const before = loadPrevious(join('data', 'real'));
  for (let seed = 0; seed < 10; seed++) {
    const statements = new Map<string, readonly PreviousStatement[]>();
    const tombstones = [];
    for (const [id, rows] of before.statements) {
      const kept = keepIds(disturbed(rows, seed), rows, { isAncestor: () => false, retired: before.retired });
      statements.set(id, kept.statements);
      tombstones.push(...kept.tombstones);
    }
    const after = { statements, tombstones, retired: new Set(tombstones.map(({ id }) => id)) };
    const fate = fateOf(idsOf(before), after);
    noneMintedTwice(after, before);
    assert.ok(fate.kept > 0 && fate.redirected > 0 && fate.withdrawn > 0, JSON.stringify(fate));
  }
});

test.run();
