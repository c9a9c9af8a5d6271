import { agreementReport } from './parts/agreement-report.js';
import { card } from './parts/card.js';
import { checksums } from './parts/checksums.js';
import { citation } from './parts/citation.js';
import { codebookFiles } from './parts/codebook-files.js';
import { croissant } from './parts/croissant.js';
import { dataPackage } from './parts/data-package.js';
import { dataTables } from './parts/data-tables.js';
import { deltaFile } from './parts/delta-file.js';
import { datacite } from './parts/datacite.js';
import { datasheet } from './parts/datasheet.js';
import { documentTexts } from './parts/document-texts.js';
import { methods } from './parts/methods.js';
import { rebuild } from './parts/rebuild.js';
import { schemaFiles } from './parts/schema-files.js';
import { spreadsheet } from './parts/spreadsheet.js';
import { standoffFolder } from './parts/standoff-folder.js';
import { statementsJson } from './parts/statements-json.js';
import { statementsParquet } from './parts/statements-parquet.js';
import { statisticsReport } from './parts/statistics-report.js';
import { validationReport } from './parts/validation-report.js';
import { versionHistory } from './parts/version-history.js';
import type { ReleasePart } from './release.js';

/**
 * The parts of a release folder in the order they are made. A part sees the files of those before it, so descriptors
 * stand after data, and the checksums last but for REBUILD.md, which names their hash. What no descriptor may list
 * stands between them.
 */
export const releaseParts: readonly ReleasePart[] = [
  dataTables,
  statementsJson,
  statementsParquet,
  codebookFiles,
  schemaFiles,
  documentTexts,
  standoffFolder,
  deltaFile,
  statisticsReport,
  validationReport,
  agreementReport,
  methods,
  datasheet,
  citation,
  versionHistory,
  card,
  croissant,
  datacite,
  dataPackage,
  spreadsheet,
  checksums,
  rebuild,
];
