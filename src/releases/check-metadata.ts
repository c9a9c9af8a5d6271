import { finding, type FindingDetails, type Place } from '../model/findings.js';
import type { Finding, Project } from '../model/generated.js';
import { jsonPlaces } from '../tables/json-places.js';
import { nearest } from '../text/nearest.js';
import { isPerson, landingPage, licenseUrl, orcidUrl, spdxLicense } from './project-metadata.js';
import type { VersionEntry } from './release.js';
import { spdxLicenses } from './spdx-licenses.js';

/** What the metadata of a release are checked with besides the project. */
export interface MetadataContext {
  /** The version that is released. */
  readonly version: string;
  /** YYYY-MM-DD; null = not dated. */
  readonly date: string | null;
  /** The releases before this one. */
  readonly earlier?: readonly VersionEntry[];
  /** Text of demarche.json, so that findings can name line and column; null where nobody has it. */
  readonly text?: string | null;
}

/**
 * What the descriptors of a release (CITATION.cff, croissant.json, datacite.json, datapackage.json) must have and
 * demarche.json does not say, and what it says in a form that they can't take, or of another version. Warnings: nothing
 * is made up, the descriptor goes without, and whoever reads it may refuse it.
 */
export function* checkMetadata(
  project: Project,
  { version, date, earlier = [], text = null }: MetadataContext,
): Iterable<Finding> {
  const places = text === null ? null : jsonPlaces(text).places;
  const at = (pointer: string): Place => ({ file: 'demarche.json', ...(places?.get(pointer) ?? places?.get('')) });
  const say = (rule: string, pointer: string, message: string, details: FindingDetails = {}): Finding =>
    finding(rule, at(pointer), message, {
      severity: 'warning',
      field: pointer.slice(1).replaceAll('/', '.') || null,
      ...details,
    });
  const missing = (field: string, needs: string, advice: string): Finding =>
    say('release/metadata-missing', `/${field}`, `${needs}: ${advice}`);

  if (!project.description) {
    yield missing('description', 'croissant.json needs a description', 'say in a sentence what the dataset holds');
  }
  if (landingPage(project) === null) {
    yield missing('homepage', 'croissant.json needs the address of the dataset', 'give its web page, or a doi');
  }
  if (!project.authors.length) {
    yield missing('authors', 'every descriptor needs authors', 'name who made the dataset');
  }
  if (!project.publisher) {
    yield missing('publisher', 'datacite.json needs a publisher', 'name the archive or institute that publishes');
  }
  if (date === null) {
    yield missing('date', 'croissant.json and datacite.json need a date', 'give the release one with --date');
  }
  for (const [i, author] of project.authors.entries()) {
    if (isPerson(author) && !author.family_names) {
      const needs = `CITATION.cff and datacite.json need the family names of a person, and "${author.name}" can't be taken apart`;
      yield missing(`authors/${i}`, needs, 'give given_names and family_names');
    }
    if (author.orcid && orcidUrl(author) === null) {
      const message = `"${author.orcid}" is no ORCID iD (form and check digit) such as 0000-0002-1825-0097; it is left out`;
      yield say('release/metadata-form', `/authors/${i}/orcid`, message, { value: author.orcid });
    }
  }
  yield* checkLicense(project, say);
  // validate asks for a version; whoever calls the library may have none.
  if (project.version && project.version !== version) {
    const message = `demarche.json says version ${project.version}, and the release bears ${version} (--version); write ${version} there, or release as ${project.version}`;
    yield say('release/version-differs', '/version', message, { value: project.version });
  }
  const twin = earlier.find((entry) => project.doi && entry.doi === project.doi);
  if (twin) {
    const message = `the DOI ${project.doi} is that of version ${twin.version}; each version has its own: change doi, or take it out`;
    yield say('release/doi-reused', '/doi', message, { value: project.doi! });
  }
}

type Say = (rule: string, pointer: string, message: string, details?: FindingDetails) => Finding;

function* checkLicense(project: Project, say: Say): Iterable<Finding> {
  const { license } = project;
  if (spdxLicense(project) !== null) return;
  const page = licenseUrl(project);
  const meant = nearest(license, [...spdxLicenses]);
  const left =
    page === null
      ? 'and license_url is missing, so that CITATION.cff names no license'
      : 'so that only its address is named';
  // An address says it all; a mere name may be a misspelt identifier.
  if (page !== null && (page === license || meant === null)) return;
  yield say('release/license-unknown', '/license', `"${license}" is no SPDX identifier, ${left}`, {
    value: license,
    suggestion: meant === null ? null : { value: meant, safe: false },
  });
}

/** The project as its descriptors may name it: without a DOI that is an earlier version's. */
export function withOwnDoi(project: Project, earlier: readonly VersionEntry[]): Project {
  return earlier.some((entry) => entry.doi && entry.doi === project.doi) ? { ...project, doi: null } : project;
}
