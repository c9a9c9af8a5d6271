import { compareText } from '../../model/findings.js';
import { mediaTypeOf } from '../media-types.js';
import {
  isPerson,
  keywordsOf,
  landingPage,
  licenseUrl,
  orcidUrl,
  spdxLicense,
  type Author,
} from '../project-metadata.js';
import type { FileDigest, Release, ReleasePart } from '../release.js';

type Json = Readonly<Record<string, unknown>>;

/** DataCite's own code for a mandatory value that nobody gave: "unavailable, possibly unknown". */
const UNKNOWN = ':unav';

/**
 * datacite.json: the attributes that DataCite's metadata schema 4.6 asks for, as its interface takes them. No DOI is
 * made up: `doi` and related identifiers stand there where the project or an earlier release names one.
 */
export const datacite: ReleasePart = {
  name: 'datacite',
  *files(release, made) {
    const { project, version, date } = release;
    const { contact, funding = [] } = project;
    const url = landingPage(project);
    const keywords = keywordsOf(project);
    const languages = release.statistics.by_document_language.flatMap((row) => row['language'] ?? []);
    const related = relatedIdentifiers(release);
    const record = {
      ...(project.doi ? { doi: project.doi } : {}),
      ...(url ? { url } : {}),
      types: { resourceType: 'Attributed statements with stance labels', resourceTypeGeneral: 'Dataset' },
      creators: project.authors.length ? project.authors.map(creator) : [{ name: UNKNOWN }],
      titles: [{ title: project.title }],
      publisher: { name: project.publisher ?? UNKNOWN },
      ...(date ? { publicationYear: date.slice(0, 4), dates: [{ date, dateType: 'Issued' }] } : {}),
      ...(keywords.length ? { subjects: keywords.map((subject) => ({ subject })) } : {}),
      ...(contact ? { contributors: [{ name: contact.name, contributorType: 'ContactPerson' }] } : {}),
      ...(languages.length === 1 ? { language: String(languages[0]) } : {}),
      ...(related.length ? { relatedIdentifiers: related } : {}),
      sizes: sizes(release, made),
      formats: [...new Set(made.flatMap((file) => mediaTypeOf(file.path) ?? []))].sort(compareText),
      version,
      rightsList: [rights(release)],
      ...(project.description
        ? { descriptions: [{ description: project.description, descriptionType: 'Abstract' }] }
        : {}),
      ...(funding.length ? { fundingReferences: funding.map(grant) } : {}),
      schemaVersion: 'http://datacite.org/schema/kernel-4',
    };
    yield { path: 'datacite.json', content: `${JSON.stringify(record, null, 1)}\n` };
  },
};

/** A person is named "family names, given names"; of whom nobody said what it is, only the name is given. */
function creator(author: Author): Json {
  const person = isPerson(author);
  const { family_names: family, given_names: given } = author;
  const orcid = orcidUrl(author);
  return {
    name: person && family ? [family, given].filter(Boolean).join(', ') : author.name,
    ...(person ? { nameType: 'Personal' } : author.kind === 'organization' ? { nameType: 'Organizational' } : {}),
    ...(person && given ? { givenName: given } : {}),
    ...(person && family ? { familyName: family } : {}),
    ...(author.affiliation ? { affiliation: [{ name: author.affiliation }] } : {}),
    ...(orcid
      ? {
          nameIdentifiers: [{ nameIdentifier: orcid, nameIdentifierScheme: 'ORCID', schemeUri: 'https://orcid.org' }],
        }
      : {}),
  };
}

/** The DOI of all versions, and that of the newest earlier version that has one. */
function relatedIdentifiers({ project, history }: Release): Json[] {
  const relation = (doi: string, relationType: string): Json => ({
    relatedIdentifier: doi,
    relatedIdentifierType: 'DOI',
    relationType,
  });
  const before = history.slice(1).find((entry) => entry.doi)?.doi;
  return [
    ...(project.concept_doi ? [relation(project.concept_doi, 'IsVersionOf')] : []),
    ...(before ? [relation(before, 'IsNewVersionOf')] : []),
  ];
}

function sizes({ statistics }: Release, made: readonly FileDigest[]): string[] {
  const bytes = made.reduce((sum, file) => sum + (file.table ? file.bytes : 0), 0);
  const { statements = 0, documents = 0 } = statistics.rows;
  return [`${statements} statements`, `${documents} documents`, `${bytes} bytes of tables`];
}

function rights({ project }: Release): Json {
  const spdx = spdxLicense(project);
  const url = licenseUrl(project);
  return {
    rights: project.license,
    ...(url ? { rightsUri: url } : {}),
    ...(spdx
      ? { rightsIdentifier: spdx, rightsIdentifierScheme: 'SPDX', schemeUri: 'https://spdx.org/licenses/' }
      : {}),
  };
}

function grant({ funder, award, url }: NonNullable<Release['project']['funding']>[number]): Json {
  return {
    funderName: funder,
    ...(award ? { awardNumber: award } : {}),
    ...(url ? { awardUri: url } : {}),
  };
}
