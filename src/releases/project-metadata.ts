import type { Project } from '../model/generated.js';
import { spdxLicenses } from './spdx-licenses.js';

/** An author as demarche.json names one. */
export type Author = Project['authors'][number];

const ORCID = /^(?:https:\/\/orcid\.org\/)?(\d{4}-\d{4}-\d{4}-\d{3}[\dX])$/;

/** True for an author who is known to be one person; a name alone may be a team's. */
export function isPerson(author: Author): boolean {
  return author.kind === 'person' || (author.kind !== 'organization' && Boolean(author.family_names));
}

/** An author's ORCID as its web address; null where there is none, it has another form, or its check digit is wrong. */
export function orcidUrl({ orcid }: Author): string | null {
  const id = orcid ? ORCID.exec(orcid)?.[1] : undefined;
  return id === undefined || !hasCheckDigit(id) ? null : `https://orcid.org/${id}`;
}

/** ISO 7064 mod 11-2, by which a slip of typing in an ORCID iD is noticed. */
function hasCheckDigit(id: string): boolean {
  const digits = id.replaceAll('-', '');
  let total = 0;
  for (const digit of digits.slice(0, -1)) total = (total + Number(digit)) * 2;
  const check = (12 - (total % 11)) % 11;
  return digits.at(-1) === (check === 10 ? 'X' : String(check));
}

/** The project's license as an SPDX identifier; null for any other. */
export function spdxLicense({ license }: Pick<Project, 'license'>): string | null {
  return spdxLicenses.has(license) ? license : null;
}

/** Where the text of the project's license stands: its own address, SPDX's page, or a license that is an address. */
export function licenseUrl(project: Pick<Project, 'license' | 'license_url'>): string | null {
  if (project.license_url) return project.license_url;
  const spdx = spdxLicense(project);
  if (spdx !== null) return `https://spdx.org/licenses/${spdx}.html`;
  return isWebAddress(project.license) ? project.license : null;
}

/** The page that leads to the dataset: its own, else that of its DOI. */
export function landingPage({ homepage, doi, concept_doi }: Project): string | null {
  if (homepage) return homepage;
  const known = doi ?? concept_doi ?? null;
  return known === null ? null : `https://doi.org/${known}`;
}

/** The words that a project is found by, each once. */
export function keywordsOf({ keywords = [] }: Project): string[] {
  return [...new Set(keywords)];
}

/** True for an address that a browser opens. */
export function isWebAddress(text: string): boolean {
  return /^https?:\/\/\S+$/.test(text);
}

/** A description as a sentence for people: with one full stop. */
export function descriptionOf({ description }: Project): string | null {
  return description ? `${description.replace(/[.\s]+$/, '')}.` : null;
}
