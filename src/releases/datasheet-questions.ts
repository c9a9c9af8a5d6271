/** A question that only people can answer. */
export interface DatasheetQuestion {
  readonly id: string;
  readonly question: string;
  /** What a good answer names. */
  readonly hint: string;
}

/** A part of the datasheet; what a program knows of it is computed, the rest is asked. */
export interface DatasheetSection {
  readonly id: string;
  readonly title: string;
  readonly questions: readonly DatasheetQuestion[];
}

/**
 * The datasheet of a release, in the order of Gebru et al., "Datasheets for Datasets" (2021), in our own words and cut to
 * what attributed statements with labels ask for.
 */
export const datasheetSections: readonly DatasheetSection[] = [
  {
    id: 'motivation',
    title: 'Motivation',
    questions: [
      {
        id: 'purpose',
        question: 'Why was the dataset made?',
        hint: 'The question it was to answer, and what was missing before.',
      },
      {
        id: 'makers',
        question: 'Who made it, and who paid?',
        hint: 'People, institutions, grants; who gave the order.',
      },
    ],
  },
  {
    id: 'composition',
    title: 'Composition',
    questions: [
      {
        id: 'population',
        question: 'Of what larger set is it a part?',
        hint: 'All documents of a kind, or a selection; what it can stand for and what it cannot.',
      },
      {
        id: 'gaps',
        question: 'What is missing or known to be wrong?',
        hint: 'Documents that could not be had, statements that the program overlooks, errors seen and left.',
      },
      {
        id: 'sensitive',
        question: 'Is anything in it confidential, offensive or harmful to somebody?',
        hint: 'Private persons who are named, hate or threats that are quoted, leaked texts.',
      },
    ],
  },
  {
    id: 'collection',
    title: 'Collection and sampling',
    questions: [
      {
        id: 'sources',
        question: 'Where do the documents come from?',
        hint: 'Archives, sites, wires; how they were fetched.',
      },
      {
        id: 'sampling',
        question: 'How were documents chosen?',
        hint: 'All, at random, by keywords (which), by hand (by whom); what was shut out.',
      },
      {
        id: 'period',
        question: 'Over what time were they collected?',
        hint: 'From when to when; whether texts were changed since.',
      },
    ],
  },
  {
    id: 'annotation',
    title: 'Annotators',
    questions: [
      {
        id: 'recruitment',
        question: 'Who are the annotators, and how were they found?',
        hint: 'Students, experts, crowd workers; languages, countries and what else may colour their judgement.',
      },
      {
        id: 'pay',
        question: 'What were they paid?',
        hint: 'An amount for an hour or a label, credit for a course, or nothing.',
      },
      {
        id: 'instructions',
        question: 'What were they told, and how were they trained?',
        hint: 'Codebook, examples, pilot rounds, whether they saw each other’s labels or the program’s.',
      },
      {
        id: 'adjudicators',
        question: 'Who decided where annotators differed?',
        hint: 'Persons and their standing; whether they had labelled themselves.',
      },
    ],
  },
  {
    id: 'ethics',
    title: 'Ethics and consent',
    questions: [
      {
        id: 'review',
        question: 'Was the work reviewed for its ethics?',
        hint: 'By whom and with what result; why not, if not.',
      },
      {
        id: 'consent',
        question: 'Do the people quoted and the annotators know, and did they agree?',
        hint: 'Public office, notice, consent; how somebody can be taken out again.',
      },
      {
        id: 'rights',
        question: 'Under what right are texts used and passed on?',
        hint: 'Licenses, exceptions in the law, agreements with publishers.',
      },
    ],
  },
  {
    id: 'uses',
    title: 'Uses',
    questions: [
      { id: 'used', question: 'What has it been used for?', hint: 'Papers, models, reports.' },
      {
        id: 'suited',
        question: 'What is it suited for?',
        hint: 'Questions it can answer, and how sure an answer would be.',
      },
      {
        id: 'unsuited',
        question: 'What should it not be used for?',
        hint: 'Judging single persons, other languages or times, decisions about people.',
      },
    ],
  },
  {
    id: 'distribution',
    title: 'Distribution',
    questions: [
      {
        id: 'access',
        question: 'Where and to whom is it given out?',
        hint: 'Repository, date, whether anybody may have it.',
      },
      {
        id: 'restrictions',
        question: 'What else restricts its use?',
        hint: 'Contracts, export rules, terms of the sources.',
      },
    ],
  },
  {
    id: 'maintenance',
    title: 'Maintenance',
    questions: [
      {
        id: 'keeper',
        question: 'Who looks after it, and for how long?',
        hint: 'A person or office that will still be there.',
      },
      {
        id: 'errors',
        question: 'How are errors reported and mended?',
        hint: 'Address or tracker, how often versions come out.',
      },
      { id: 'older', question: 'What becomes of older versions?', hint: 'Kept, withdrawn, for how long.' },
    ],
  },
];
