import { agreeAgainst } from '../flows/agree-against.js';
import type { AgreeOptions } from '../flows/agree-options.js';
import { agree } from '../flows/agree.js';
import type { AgreementEffect } from '../reports/changes/change-report.js';
import { categoriesOf, clusteringOf, scaleOf } from './agree-defaults.js';
import { contribution } from './agree-extras.js';
import { annotatorKinds, readLabelInput } from './label-input.js';

/** A touched label file: what the summary calls it, and where it lies. */
export interface TouchedFile {
  readonly shown: string;
  readonly path: string;
}

/**
 * What each touched label file does to the agreement that the project's head names as its reliability (else alpha on
 * stance): as `agree --against` shows it, without and with the file, and nothing about any one annotator. `dataset` is a
 * folder of the dataset that the files belong to.
 */
export function agreementEffects(dataset: string, files: readonly TouchedFile[]): AgreementEffect[] {
  if (files.length === 0) return [];
  const reading = { project: dataset };
  const input = readLabelInput([], reading);
  const field = input.dataset?.project.reliability?.field ?? 'stance';
  const scale = scaleOf({ field, order: undefined, level: undefined }, input);
  const coefficient = scale.primary ?? 'krippendorff_alpha';
  const cluster = input.dataset?.project.reliability?.cluster;
  const options: AgreeOptions = {
    ...scale,
    ...clusteringOf(undefined, input, cluster === undefined ? 'document_id' : cluster),
    field,
    coefficients: [coefficient],
    categories: categoriesOf(field, input),
    kinds: annotatorKinds(input.dataset),
    worst: 0,
  };
  const whole = agree(input.labels, options);
  const [figure] = whole.results;
  return files.map(({ shown, path }): AgreementEffect => {
    const { rest, added } = contribution(path, input, reading);
    const against = agreeAgainst(rest, added, whole, { file: shown, options });
    const [effect] = against.effects;
    const noRows =
      added.rows === 0 ? 'no label of it counts: its batch is a pilot or a training, or it is empty' : null;
    const none = figure === undefined ? 'no figure: a unit has two labels by one annotator, or there is none' : null;
    return {
      file: shown,
      field,
      coefficient,
      without: effect?.before ?? null,
      with: effect?.after ?? null,
      ci: effect?.after_ci ?? null,
      units: figure?.pairable_units ?? whole.input.pairable_units,
      newUnits: against.newly_pairable_units,
      reason: noRows ?? none ?? (figure?.value === null ? figure.reason : null),
    };
  });
}
