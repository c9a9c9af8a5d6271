import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { agree } from '../../src/flows/agree.js';
import { placed, worklist, WORKLIST_COLUMNS, worklistRows } from '../../src/flows/agree-worklist.js';
import { tableOf } from '../../src/model/tables.js';
import { rowsOf } from './agree-rows.js';

const test = suite('agree work list');
const LINES = ['u1,a,x', 'u1,b,y', 'u2,a,x', 'u2,b,z', 'u3,a,y', 'u3,b,x', 'u4,a,x', 'u4,b,x'];

test('disagreements are grouped by what is confused, the largest group first', () => {
  const { worklist: groups, units } = agree(rowsOf(LINES), { bootstrap: 0 });
  assert.equal(
    groups.map(
      ({ confused, units: many, items }) => `${confused.join('/')} ${many} ${items.map((u) => u.unit_id).join()}`,
    ),
    ['x/y 2 u1,u3', 'x/z 1 u2'],
  );
  assert.ok(Math.abs(groups.reduce((sum, { share }) => sum + share, 0) - 1) < 1e-12);
  assert.equal(worklist(units), groups);
  assert.equal(worklist([]), []);
});

test('as a file it has the columns of adjudication.csv first, decisions empty and the context beside them', () => {
  const { units } = agree(rowsOf(LINES), { bootstrap: 0 });
  const place = { document_id: 'd1', start: 3, end: 9, text: 'We agree', speaker: 's', target: null };
  const rows = worklistRows(worklist(placed(units, (unit) => (unit === 'u1' ? place : null))), 'stance');
  const schema = tableOf('adjudication').columns.map(({ name }) => name);
  assert.equal(WORKLIST_COLUMNS.slice(0, schema.length), schema);
  assert.ok(WORKLIST_COLUMNS.slice(schema.length).every((name) => name.startsWith('x_')));
  assert.is(rows.length, 3);
  assert.equal(Object.keys(rows[0]!), [...WORKLIST_COLUMNS]);
  const { statement_id, field, value, x_confused, x_labels, x_text, x_start } = rows[0]!;
  assert.equal(
    [statement_id, field, value, x_confused, x_labels, x_text, x_start],
    ['u1', 'stance', null, 'x / y', 'a: x; b: y', 'We agree', 3],
  );
  assert.is(rows[1]!.x_text, null);
});

test.run();
