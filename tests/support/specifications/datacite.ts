/**
 * DataCite metadata schema 4.6 as JSON, transcribed from datacite-v4.6.json of inveniosoftware/datacite (DataCite itself
 * publishes XML). Covers: every key of the root and its form, the mandatory properties, the closed lists that a release
 * uses. Leaves out: related items, geographic places and containers, which a release never writes.
 */
const text = { type: 'string' };
const uri = { type: 'string', format: 'uri' };
const list = (items: object): object => ({ type: 'array', items, uniqueItems: true });
const closed = (properties: Readonly<Record<string, object>>, required: readonly string[]): object => ({
  type: 'object',
  additionalProperties: false,
  properties,
  required,
});
const doi = { type: 'string', pattern: '^10[.][0-9]{4,9}[/][^\\s]+$' };
const person = {
  name: text,
  nameType: { enum: ['Organizational', 'Personal'] },
  givenName: text,
  familyName: text,
  nameIdentifiers: list(
    closed({ nameIdentifier: text, nameIdentifierScheme: text, schemeUri: uri }, [
      'nameIdentifier',
      'nameIdentifierScheme',
    ]),
  ),
  affiliation: list(
    closed({ name: text, affiliationIdentifier: text, affiliationIdentifierScheme: text, schemeUri: uri }, ['name']),
  ),
  lang: text,
};
const words = (names: string): { enum: string[] } => ({ enum: names.trim().split(/\s+/) });
const contributorType = words(`ContactPerson DataCollector DataCurator DataManager Distributor Editor HostingInstitution
  Producer ProjectLeader ProjectManager ProjectMember RegistrationAgency RegistrationAuthority RelatedPerson Researcher
  ResearchGroup RightsHolder Sponsor Supervisor Translator WorkPackageLeader Other`);
const dateType = words(
  'Accepted Available Copyrighted Collected Created Issued Submitted Updated Valid Withdrawn Other',
);
const resourceTypeGeneral = words(`Audiovisual Book BookChapter Collection ComputationalNotebook ConferencePaper
  ConferenceProceeding DataPaper Dataset Dissertation Event Image Instrument InteractiveResource Journal JournalArticle
  Model OutputManagementPlan PeerReview PhysicalObject Preprint Report Service Software Sound Standard StudyRegistration
  Text Workflow Other`);
const relatedIdentifierType = words(
  'ARK arXiv bibcode DOI EAN13 EISSN Handle IGSN ISBN ISSN ISTC LISSN LSID PMID PURL UPC URL URN w3id',
);
const relationType = words(`IsCitedBy Cites IsCollectedBy Collects IsSupplementTo IsSupplementedBy IsContinuedBy
  Continues IsDescribedBy Describes HasMetadata IsMetadataFor HasVersion IsVersionOf IsNewVersionOf IsPartOf
  IsPreviousVersionOf IsPublishedIn HasPart IsReferencedBy References IsDocumentedBy Documents IsCompiledBy Compiles
  IsVariantFormOf IsOriginalFormOf IsIdenticalTo IsReviewedBy Reviews IsDerivedFrom IsSourceOf IsRequiredBy Requires
  IsObsoletedBy Obsoletes`);
const descriptionType = words('Abstract Methods SeriesInformation TableOfContents TechnicalInfo Other');

export const dataciteSchema = {
  ...closed(
    {
      doi,
      prefix: text,
      suffix: text,
      event: words('hide register publish'),
      url: uri,
      types: closed({ resourceType: text, resourceTypeGeneral }, ['resourceTypeGeneral']),
      creators: { type: 'array', minItems: 1, items: closed(person, ['name']) },
      titles: { ...list(closed({ title: text, titleType: text, lang: text }, ['title'])), minItems: 1 },
      publisher: closed(
        { name: text, publisherIdentifier: text, publisherIdentifierScheme: text, schemeUri: uri, lang: text },
        ['name'],
      ),
      publicationYear: { type: 'string', pattern: '^[0-9]{4}$' },
      subjects: list(
        closed(
          { subject: text, subjectScheme: text, schemeUri: uri, valueUri: uri, classificationCode: text, lang: text },
          ['subject'],
        ),
      ),
      contributors: { type: 'array', items: closed({ ...person, contributorType }, ['contributorType', 'name']) },
      dates: list(
        closed({ date: { type: 'string', format: 'date' }, dateType, dateInformation: text }, ['date', 'dateType']),
      ),
      language: text,
      alternateIdentifiers: list(
        closed({ alternateIdentifier: text, alternateIdentifierType: text }, [
          'alternateIdentifier',
          'alternateIdentifierType',
        ]),
      ),
      relatedIdentifiers: {
        type: 'array',
        items: closed({ relatedIdentifier: text, relatedIdentifierType, relationType, resourceTypeGeneral }, [
          'relatedIdentifier',
          'relatedIdentifierType',
          'relationType',
        ]),
      },
      sizes: list(text),
      formats: list(text),
      version: text,
      rightsList: list(
        closed(
          {
            rights: text,
            rightsUri: uri,
            rightsIdentifier: text,
            rightsIdentifierScheme: text,
            schemeUri: uri,
            lang: text,
          },
          [],
        ),
      ),
      descriptions: list(
        closed({ description: text, descriptionType, lang: text }, ['description', 'descriptionType']),
      ),
      fundingReferences: list(
        closed(
          {
            funderName: text,
            funderIdentifier: text,
            funderIdentifierType: words('ISNI GRID ROR Other'),
            awardNumber: text,
            awardUri: uri,
            awardTitle: text,
          },
          ['funderName'],
        ),
      ),
      schemaVersion: { const: 'http://datacite.org/schema/kernel-4' },
    },
    ['creators', 'titles', 'publisher', 'publicationYear', 'types', 'schemaVersion'],
  ),
};
