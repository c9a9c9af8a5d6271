import { finding } from '../model/findings.js';
import { schemas, type DocumentMetadata, type Finding } from '../model/generated.js';
import { nearest } from '../text/nearest.js';

interface Property {
  readonly type: string | readonly string[];
  readonly enum?: readonly string[];
  readonly pattern?: string;
}

const properties = schemas['document-metadata']['properties'] as Readonly<Record<string, Property>>;

/**
 * Takes a document's metadata from a parsed JSON value. What the schema does not know or allow is a finding and is left
 * out; the document itself is never lost for it. Letters are composed (NFC), as in the text and in every file written.
 */
export function metadataFrom(
  value: unknown,
  file: string,
  line: number | null = null,
): { metadata: DocumentMetadata; findings: Finding[] } {
  const findings: Finding[] = [];
  const place = { file, line };
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    findings.push(finding('metadata/type', place, 'the metadata must be a JSON object'));
    return { metadata: {}, findings };
  }
  const metadata: Record<string, unknown> = {};
  for (const [field, found] of Object.entries(value)) {
    const property = properties[field];
    if (!property) {
      const close = nearest(field, Object.keys(properties));
      findings.push(
        finding('metadata/unknown-field', place, `"${field}" is no field of a document's metadata; it is passed over`, {
          severity: 'warning',
          field,
          allowed: Object.keys(properties),
          suggestion: close ? { value: close, safe: false } : null,
        }),
      );
      continue;
    }
    const fault =
      faultOf(property, found) ?? (field === 'date' && typeof found === 'string' ? calendarFault(found) : null);
    if (fault) {
      findings.push(
        finding('metadata/value', place, `"${field}" ${fault}; it is passed over`, {
          field,
          value: JSON.stringify(found).slice(0, 80),
          allowed: property.enum ?? [],
        }),
      );
    } else if (found !== null) metadata[field] = typeof found === 'string' ? found.normalize('NFC') : found;
  }
  return { metadata: metadata as DocumentMetadata, findings };
}

/** A month or day that no calendar has; null for a date that exists. */
function calendarFault(date: string): string | null {
  const [year = '', month = '01', day = '01'] = date.split('-');
  const time = new Date(`${year}-${month}-${day}T00:00:00Z`);
  const exists = !Number.isNaN(time.getTime()) && time.toISOString().startsWith(`${year}-${month}-${day}`);
  return exists ? null : `"${date}" is no day of the calendar`;
}

function faultOf(property: Property, value: unknown): string | null {
  if (value === null) return null;
  const types = [property.type].flat();
  const type = typeof value;
  if (!types.includes(type)) return `is a ${type}, not a ${types.filter((t) => t !== 'null').join(' or ')}`;
  if (type !== 'string') return null;
  if (property.enum && !property.enum.includes(value as string)) return `has the unknown value "${value as string}"`;
  return property.pattern && !new RegExp(property.pattern).test(value as string)
    ? `"${value as string}" does not have the form ${property.pattern}`
    : null;
}
