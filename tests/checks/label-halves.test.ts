import fc from 'fast-check';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { labelHalves, type LabelHalf } from '../../src/checks/label-halves.js';

const test = suite('label halves');

const half = (field: LabelHalf['field'], line: number, more: Partial<LabelHalf> = {}): LabelHalf => ({
  field,
  value: `v${line % 3}`,
  place: { file: `labels/${line % 2}.csv`, line, column: 7 },
  ...more,
});

/** The halves with keys as texts. */
function halvesByText(): { meet(key: string, half: LabelHalf): LabelHalf | null } {
  const halves = labelHalves();
  return {
    meet: (key, own) => {
      const bytes = new TextEncoder().encode(key);
      return halves.meet(bytes, 0, bytes.length, own);
    },
  };
}

test('a half meets its partner wherever it stands, and is then gone', () => {
  const halves = halvesByText();
  assert.is(halves.meet('a', half('stance', 2)), null);
  assert.is(halves.meet('b', half('stance', 3, { value: 'für' })), null);
  assert.equal(halves.meet('b', half('stance_score', 4)), half('stance', 3, { value: 'für' }));
  assert.equal(halves.meet('a', half('stance_score', 5)), half('stance', 2));
  assert.is(halves.meet('a', half('stance_score', 6)), null);
});

test('a half without a line or column (JSON Lines) keeps being without', () => {
  const halves = halvesByText();
  const place = { file: 'labels.jsonl', line: 3, column: null };
  halves.meet('a', half('stance', 3, { place }));
  halves.meet('b', half('stance', 4));
  assert.equal(halves.meet('a', half('stance_score', 5))!.place, place);
});

test('the halves that meet are those that a map of objects would find', () => {
  const rows = fc.array(fc.tuple(fc.integer({ min: 0, max: 6 }), fc.boolean()), { maxLength: 60 });
  fc.assert(
    fc.property(rows, (list) => {
      const halves = halvesByText();
      const known = new Map<string, LabelHalf>();
      for (const [i, [key, isStance]] of list.entries()) {
        const own = half(isStance ? 'stance' : 'stance_score', i + 2);
        const other = known.get(String(key)) ?? null;
        const meets = other && other.field !== own.field ? other : null;
        if (meets) known.delete(String(key));
        else known.set(String(key), own);
        assert.equal(halves.meet(String(key), own), meets);
      }
    }),
    { seed: 6, numRuns: 300 },
  );
});

test.run();
