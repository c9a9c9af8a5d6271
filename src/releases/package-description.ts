import type { Project } from '../model/generated.js';
import { isPerson, keywordsOf, licenseUrl, orcidUrl, type Author } from './project-metadata.js';

type Json = Readonly<Record<string, unknown>>;

/** What datapackage.json says of a project that is not computed from its rows; a part without a value is left out. */
export function packageDescription(project: Project): Json {
  const keywords = keywordsOf(project);
  return {
    title: project.title,
    ...(project.description ? { description: project.description } : {}),
    ...(project.homepage ? { homepage: project.homepage } : {}),
    ...(keywords.length ? { keywords } : {}),
    licenses: [license(project)],
    ...(project.authors.length ? { contributors: project.authors.map(contributor) } : {}),
  };
}

/** The license by name and address; a license that is no identifier keeps its words as title. */
function license(project: Project): Json {
  const url = licenseUrl(project);
  return {
    name: plainLicense(project.license),
    ...(url ? { path: url } : {}),
    ...(plainLicense(project.license) === project.license ? {} : { title: project.license }),
  };
}

function plainLicense(text: string): string {
  return text.replace(/[^-a-zA-Z0-9._]+/g, '-').replace(/^-+|-+$/g, '') || 'other';
}

function contributor(author: Author): Json {
  const orcid = orcidUrl(author);
  const { given_names: given, family_names: family } = author;
  return {
    title: author.name,
    ...(orcid ? { path: orcid } : {}),
    ...(isPerson(author) && given ? { givenName: given } : {}),
    ...(isPerson(author) && family ? { familyName: family } : {}),
    ...(author.affiliation ? { organization: author.affiliation } : {}),
    roles: ['author'],
  };
}
