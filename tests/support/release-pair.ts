import { loadCodebook } from '../../src/files/dataset.js';

const codebook = JSON.stringify(loadCodebook());
const schema = JSON.stringify({
  'x-file': 'statements.csv',
  properties: {
    statement_id: { type: 'string', description: 'Id' },
    document_id: { type: 'string', description: 'Document' },
    text: { type: 'string', description: 'Words' },
    stance: { type: 'string', description: 'Stance' },
    stance_basis: { type: 'string', description: 'Where from' },
    n_labels: { type: 'integer', description: 'Labels' },
  },
});
const head = (version: string, title: string): string =>
  JSON.stringify({ version, title, licenses: [{ name: 'CC-BY-4.0' }] });

/**
 * Two small releases as files by path, below old/ and new/. What has changed between them, counted by hand: statements 1
 * added, 2 changed (3 cells: stance twice, n_labels once), 1 withdrawn with a tombstone; 1 document moved from train to
 * dev; 1 tombstone more; a title; no other row.
 */
export const releasePair: Readonly<Record<string, string>> = {
  'old/data/documents.csv': 'document_id,title\nd1,One\nd2,Two\nd3,Three\n',
  'old/data/statements.csv':
    'statement_id,document_id,text,stance,stance_basis,n_labels\n' +
    's1,d1,"yes, we will",favor,auto,0\ns2,d1,no,none,auto,0\ns3,d2,maybe,favor,majority,3\ns4,d2,never,against,auto,0\n',
  'old/data/splits.csv': 'document_id,split\nd1,train\nd2,train\nd3,test\n',
  'old/data/tombstones.csv': 'id,withdrawn_in,reason,replaced_by\ns0,1.0.0,read twice,s1\n',
  'old/codebook.json': codebook,
  'old/schema/statement.schema.json': schema,
  'old/datapackage.json': head('1.0.0', 'Quays'),
  'new/data/documents.csv': 'document_id,title\nd1,One\nd2,Two\nd3,Three\n',
  'new/data/statements.csv':
    'statement_id,document_id,text,stance,stance_basis,n_labels\n' +
    's1,d1,"yes, we will",against,auto,0\ns3,d2,maybe,mixed,majority,5\ns4,d2,never,against,auto,0\ns5,d3,so be it,favor,auto,0\n',
  'new/data/splits.csv': 'document_id,split\nd1,dev\nd2,train\nd3,test\n',
  'new/data/tombstones.csv': 'id,withdrawn_in,reason,replaced_by\ns0,1.0.0,read twice,s1\ns2,1.1.0,a question,s1\n',
  'new/codebook.json': codebook,
  'new/schema/statement.schema.json': schema,
  'new/datapackage.json': head('1.1.0', 'Quays and ferries'),
};
