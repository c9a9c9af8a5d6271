import { datasheetFacts } from '../datasheet-facts.js';
import { BLANK, COMPUTED } from '../datasheet-form.js';
import { datasheetSections } from '../datasheet-questions.js';
import type { ReleasePart } from '../release.js';

/**
 * datasheet.md: what is computed, and what people answered in the dataset's own datasheet.md, question by question. It
 * can be copied there to be filled in: the computed lines are known by their marks.
 */
export const datasheet: ReleasePart = {
  name: 'datasheet',
  *files(release) {
    const { project, version, datasheet: sheet } = release;
    const facts = datasheetFacts(release);
    const lead = (id: string): string[] => {
      const text = sheet?.leads.get(id);
      return text ? [text, ''] : [];
    };
    const lines = [
      `# Datasheet of ${project.title} ${version}`,
      '',
      ...lead(''),
      ...datasheetSections.flatMap(({ id, title, questions }) => [
        `## ${title}`,
        '',
        ...computed(facts[id] ?? []),
        ...lead(id),
        ...questions.flatMap((one) => [`### ${one.question}`, '', sheet?.answers.get(one.id) ?? BLANK, '']),
      ]),
      ...(sheet?.more ?? []).flatMap((text) => [text, '']),
    ];
    yield { path: 'datasheet.md', content: `${lines.join('\n').trimEnd()}\n` };
  },
};

function computed(facts: readonly string[]): string[] {
  return facts.length ? [COMPUTED[0], '', ...facts.map((fact) => `- ${fact}`), '', COMPUTED[1], ''] : [];
}
