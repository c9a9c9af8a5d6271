/** Prints the manifest hash of a release with every kind of row; run under several time zones and languages. */
import { release } from '../../src/flows/release.js';
import { sha256 } from '../../src/model/hash.js';
import { textOf } from '../../src/releases/release.js';
import { label, labelsBy, smallDataset, statement } from './small-dataset.js';

const { statements, targets, ...rest } = smallDataset({
  labels: [...labelsBy(1, 'stance', { 'ann-1': 'favor', 'ann-2': 'neutral' }), label(2, 'stance', 'none')],
});
// Names on which the languages of the test disagree: I and i, and letters with marks.
const names = ['ınsel', 'INSEL', 'insel', 'Österreich', 'zebra'];
const strange = names.map((target_id, i) => statement(20 + i, 'quay-report', 'Port Ardel', { target_id }));
const strangeTargets = names.map((target_id) => ({ ...targets[0]!, target_id }));
const dataset = { ...rest, statements: [...statements, ...strange], targets: [...targets, ...strangeTargets] };
const { files } = release(dataset, { version: '1.0.0' });
for (const file of files) if (file.path === 'SHA256SUMS') console.log(sha256(textOf(file)));
