import { isPerson, landingPage, type Author } from './project-metadata.js';
import type { Release } from './release.js';

/** A BibTeX entry for the release, from what the project says; braces keep BibTeX from changing titles and names. */
export function citeAs({ project, version, date }: Pick<Release, 'project' | 'version' | 'date'>): string {
  const url = landingPage(project);
  const fields: readonly (readonly [name: string, value: string | null | undefined])[] = [
    ['author', project.authors.map(name).join(' and ') || null],
    ['title', `{${plain(project.title)}}`],
    ['year', date?.slice(0, 4)],
    ['version', version],
    ['publisher', project.publisher && `{${plain(project.publisher)}}`],
    ['doi', project.doi],
    ['url', url],
  ];
  const known = fields.flatMap(([field, value]) => (value ? [`${field} = {${value}}`] : []));
  return `@misc{${key(project.title)}_${version.replaceAll('.', '_')}, ${known.join(', ')}}`;
}

/** A team's name is one word to BibTeX only inside braces of its own. */
function name(author: Author): string {
  const { family_names: family, given_names: given } = author;
  return isPerson(author) && family
    ? [family, given]
        .filter(Boolean)
        .map((part) => plain(part!))
        .join(', ')
    : `{${plain(author.name)}}`;
}

function key(title: string): string {
  return (
    title
      .toLowerCase()
      .replace(/[^a-z0-9]+/g, '_')
      .replace(/^_+|_+$/g, '') || 'dataset'
  );
}

/** Text without braces and backslashes, which would be commands. */
function plain(text: string): string {
  return text.replace(/[{}\\]/g, '');
}
