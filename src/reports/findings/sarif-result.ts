import type { Finding } from '../../model/generated.js';
import type { PrintedFindings } from './format.js';
import { findingMessage } from './finding-text.js';
import { sarifFix } from './sarif-fix.js';
import { sarifLevel } from './sarif-rule.js';
import { pathUri, sarifText } from './sarif-text.js';

/** Places of one result that GitHub takes. */
const MOST_RELATED = 100;

type Place = Pick<Finding, 'file' | 'line' | 'column'>;

/** What a result needs to know of the run it stands in. */
export interface ResultContext {
  /** Index of the rule in the run's list of rules. */
  readonly ruleIndex: number;
  /** Which of the findings with this fingerprint it is, from 1: equal fingerprints would be taken for one alert. */
  readonly nth: number;
  readonly sourceAt?: PrintedFindings['sourceAt'];
}

/** A finding as a SARIF result. */
export function sarifResult(found: Finding, { ruleIndex, nth, sourceAt }: ResultContext): Record<string, unknown> {
  const { rule, severity, fingerprint, suggestion, allowed, related } = found;
  const hint = suggestion ? ` (did you mean "${suggestion.value}"?)` : '';
  const fix = sarifFix(found, artifactLocation(found.file), sourceAt);
  const others = distinct(related.map(location)).slice(0, MOST_RELATED);
  return {
    ruleId: rule,
    ruleIndex,
    level: sarifLevel[severity],
    message: { text: sarifText(`${findingMessage(found)}${hint}`) },
    locations: [location(found)],
    ...(others.length ? { relatedLocations: others.map((place, i) => ({ id: i + 1, ...place })) } : {}),
    partialFingerprints: {
      'demarcheFinding/v1': fingerprint,
      primaryLocationLineHash: `${fingerprint}:${nth}`,
    },
    ...(fix ? { fixes: [fix] } : {}),
    properties: {
      record_id: found.record_id,
      field: found.field,
      value: found.value,
      allowed,
      suggestion,
      byte_offset: found.byte_offset,
    },
  };
}

/** GitHub refuses a result without a place: a finding about no file is put to the folder. */
function location(place: Place): { readonly physicalLocation: Record<string, unknown> } {
  const { file, line, column } = place;
  const region =
    line === null || line < 1
      ? null
      : { startLine: line, ...(column === null || column < 1 ? {} : { startColumn: column }) };
  return { physicalLocation: { artifactLocation: artifactLocation(file), ...(region ? { region } : {}) } };
}

function artifactLocation(file: string | null): Record<string, unknown> {
  const uri = pathUri(file ?? '.');
  return uri.startsWith('file:') ? { uri } : { uri, uriBaseId: '%SRCROOT%' };
}

function distinct<T>(items: readonly T[]): T[] {
  return [...new Map(items.map((item) => [JSON.stringify(item), item])).values()];
}
