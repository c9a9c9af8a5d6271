import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { decidedFields } from '../../src/releases/decided-fields.js';
import { cellsAsCsv, csvTable } from '../../src/tables/csv-table.js';
import { tableOf } from '../../src/model/tables.js';
import type { SchemaName } from '../../src/model/generated.js';

const test = suite('decided fields');

const table = (name: string, schema: SchemaName, columns: string, rows: readonly string[]) =>
  csvTable(
    name,
    tableOf(schema),
    cellsAsCsv(
      columns.split(','),
      rows.map((row) => row.split(',')),
    ),
  );

test('production labels and decisions decide fields; pilot labels, ties, and votes on stance or status do not', () => {
  const labels = [
    's1,b1,ann-1,hedged,true,1',
    's1,b1,ann-2,hedged,false,1',
    's1,b1,ann-1,negated,true,1',
    's1,b1,ann-1,stance,favor,1',
    's1,p1,ann-1,conditional,true,1',
    's2,b1,ann-1,cue,said,1',
    's2,b1,ann-2,cue,says,1',
    's2,b1,ann-2,cue,said,2',
  ];
  const found = decidedFields([
    table('labels', 'label', 'statement_id,batch_id,annotator_id,field,value,round', labels),
    table('adjudication', 'adjudication', 'statement_id,field,value', ['s1,target_id,quay', 's3,status,reviewed']),
    table('batches', 'batch', 'batch_id,phase', ['b1,production', 'p1,pilot']),
    table('annotators', 'annotator', 'annotator_id,kind', ['ann-1,person', 'ann-2,person']),
  ]);
  assert.equal(
    [...found].map(([id, fields]) => [id, [...fields]]),
    [
      ['s1', ['target_id', 'negated']],
      ['s2', ['cue']],
    ],
  );
});

test.run();
