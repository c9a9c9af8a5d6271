import type { Codebook, Project } from '../model/generated.js';
import { slug } from '../model/ids.js';
import type { OwnField } from './init-fields.js';

/** What somebody chose for a new dataset project. */
export interface InitChoices {
  readonly title: string;
  readonly authors: readonly { readonly name: string; readonly orcid?: string }[];
  readonly license: string;
  readonly language: string;
  /** A codebook that was found to be valid, and its text, which is copied as it is where no field is added. */
  readonly codebook: { readonly value: Codebook; readonly text: string };
  readonly fields: readonly OwnField[];
  /** own: small registries for the sample; shipped: those of the package, with the sample's rows among them. */
  readonly lexicons: 'own' | 'shipped';
  /** What package.json asks of npm to get demarche (version, address or folder); null writes no package.json. */
  readonly tool: string | null;
  readonly sample: boolean;
}

/** demarche.json of a new project: stance, or else the codebook's first field, is what its reliability rests on. */
export function projectHead({ title, license, authors }: InitChoices, codebook: Codebook): Project {
  const main = codebook.fields.find(({ field }) => field === 'stance') ?? codebook.fields[0];
  return {
    title,
    version: '0.1.0',
    license,
    authors: authors.map((author) => ({ ...author })),
    codebook: 'codebook.json',
    lexicons: 'lexicons',
    standoff: false,
    text_policy: 'by-license',
    ...(main
      ? {
          reliability: {
            field: main.field,
            coefficient: 'krippendorff_alpha',
            level: main.level,
            cluster: 'document_id',
            threshold: 0.667,
          },
        }
      : {}),
  };
}

/** package.json of a new project: the demarche that it asks for, and two commands. */
export function packageHead({ title, tool }: InitChoices): object {
  return {
    // npm installs no package into one of its own name.
    name: slug(title).replace(/^(?:demarche)?$/, 'dataset'),
    private: true,
    scripts: { check: 'demarche validate', agree: 'demarche agree' },
    devDependencies: { demarche: tool },
  };
}
