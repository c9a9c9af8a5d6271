import type { FindingFormat } from './format.js';
import { github } from './github.js';
import { json } from './json.js';
import { jsonl } from './jsonl.js';
import { junit } from './junit.js';
import { markdown } from './markdown.js';
import { sarif } from './sarif.js';
import { text } from './text.js';

/** Every form in which findings are printed, in the order of --help; a new one is added here. */
export const findingFormats: readonly FindingFormat[] = [text, json, jsonl, github, sarif, junit, markdown];
