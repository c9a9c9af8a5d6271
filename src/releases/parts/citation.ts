import { isPerson, isWebAddress, keywordsOf, licenseUrl, orcidUrl, type Author } from '../project-metadata.js';
import type { ReleasePart } from '../release.js';
import { citableLicenses } from '../spdx-licenses.js';

/**
 * CITATION.cff (Citation File Format 1.2.0). Texts are written as JSON strings, which YAML reads as they are. What the
 * project does not say is left out; only authors must be there, and stand as the authors of this dataset when unnamed.
 */
export const citation: ReleasePart = {
  name: 'citation',
  *files({ project, version, date }) {
    const authors = project.authors.length ? project.authors : [{ name: `The authors of ${project.title}` }];
    const url = licenseUrl(project);
    const { contact, doi, homepage } = project;
    const keywords = keywordsOf(project);
    const lines = [
      'cff-version: 1.2.0',
      'message: "If you use this dataset, please cite it as below."',
      'type: dataset',
      line('title', project.title),
      ...(project.description ? [line('abstract', project.description)] : []),
      line('version', version),
      ...(date ? [line('date-released', date)] : []),
      ...(doi ? [line('doi', doi)] : []),
      ...(project.concept_doi ? identifier(project.concept_doi) : []),
      ...(citableLicenses.has(project.license)
        ? [line('license', project.license)]
        : url
          ? [line('license-url', url)]
          : []),
      ...(homepage && isWebAddress(homepage) ? [line('url', homepage)] : []),
      ...(keywords.length ? ['keywords:', ...keywords.map((one) => `  - ${JSON.stringify(one)}`)] : []),
      'authors:',
      ...new Set(authors.map((author) => item(agent(author)))),
      ...(contact
        ? ['contact:', item([['name', contact.name], ...(contact.email ? [['email', contact.email] as const] : [])])]
        : []),
    ];
    yield { path: 'CITATION.cff', content: `${lines.join('\n')}\n` };
  },
};

type Pair = readonly [key: string, value: string];

function line(key: string, value: string): string {
  return `${key}: ${JSON.stringify(value)}`;
}

/** The DOI of all versions is an identifier beside that of this one. */
function identifier(doi: string): string[] {
  const pairs: Pair[] = [
    ['type', 'doi'],
    ['value', doi],
    ['description', 'All versions of this dataset'],
  ];
  return ['identifiers:', item(pairs)];
}

/** A person where family names are known (a name alone can't be taken apart), else an entity with a name. */
function agent(author: Author): Pair[] {
  const orcid = orcidUrl(author);
  const more: Pair[] = orcid ? [['orcid', orcid]] : [];
  if (!isPerson(author) || !author.family_names) return [['name', author.name], ...more];
  return [
    ['family-names', author.family_names],
    ...(author.given_names ? [['given-names', author.given_names] as const] : []),
    ...(author.affiliation ? [['affiliation', author.affiliation] as const] : []),
    ...more,
  ];
}

function item(pairs: readonly Pair[]): string {
  return pairs.map(([key, value], i) => `${i === 0 ? '  - ' : '    '}${line(key, value)}`).join('\n');
}
