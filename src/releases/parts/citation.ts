import type { ReleasePart } from '../release.js';

/** CITATION.cff (Citation File Format 1.2.0). Texts are written as JSON strings, which YAML reads as they are. */
export const citation: ReleasePart = {
  name: 'citation',
  *files({ project, version, date }) {
    const authors = project.authors.length ? project.authors : [{ name: `The authors of ${project.title}` }];
    const lines = [
      'cff-version: 1.2.0',
      'message: "If you use this dataset, please cite it as below."',
      'type: dataset',
      `title: ${JSON.stringify(project.title)}`,
      ...(project.description ? [`abstract: ${JSON.stringify(project.description)}`] : []),
      `version: ${JSON.stringify(version)}`,
      ...(date ? [`date-released: ${date}`] : []),
      `license: ${JSON.stringify(project.license)}`,
      ...(project.homepage ? [`url: ${JSON.stringify(project.homepage)}`] : []),
      'authors:',
      ...authors.flatMap((author) => [
        `  - name: ${JSON.stringify(author.name)}`,
        ...('orcid' in author && author.orcid ? [`    orcid: ${JSON.stringify(orcidUrl(author.orcid))}`] : []),
      ]),
    ];
    yield { path: 'CITATION.cff', content: `${lines.join('\n')}\n` };
  },
};

function orcidUrl(orcid: string): string {
  return orcid.startsWith('http') ? orcid : `https://orcid.org/${orcid}`;
}
