import { formatRecords } from '../../tables/csv-writer.js';
import { codebookPage } from '../codebook-page.js';
import type { ReleasePart } from '../release.js';

/** codebook.json as it was used, codebook.md to read, codebook.csv with one category a row. */
export const codebookFiles: ReleasePart = {
  name: 'codebook',
  *files({ codebook, tables }) {
    yield { path: 'codebook.json', content: `${JSON.stringify(codebook, null, 2)}\n` };
    yield { path: 'codebook.md', content: codebookPage(codebook, tables) };
    const columns = [
      'codebook_version',
      'field',
      'level',
      'value',
      'name',
      'sign',
      'definition',
      'example',
      'counter_example',
    ];
    const rows = codebook.fields.flatMap((field) =>
      (field.categories ?? []).map((category) => ({
        codebook_version: codebook.version,
        field: field.field,
        level: field.level,
        ...category,
        example: category.examples?.[0]?.text,
        counter_example: category.counter_examples?.[0]?.text,
      })),
    );
    yield { path: 'codebook.csv', content: formatRecords(columns, rows) };
  },
};
