import { DataFactory, type Quad } from 'n3'
import type { Bilingual } from '../../../i18n/language.ts'
import { addressOf } from '../../../web/addresses.ts'
import type { OpenDataset } from '../open-data.server.ts'
import type { License } from '../publisher.domain.ts'
import type { TableFile } from '../tables/table-files.server.ts'
import { MEDIA_TYPES, ROW_FORMS, tableFileName } from '../tables/table-form.domain.ts'
import { openDataText } from '../text/index.ts'
import { type Catalog, newestChange, placeOf, yearsOf } from './catalog.server.ts'
import { AUTHORITY, fileType, frequency, GOVERNMENT, mediaType, PREFIXES } from './vocabulary.ts'

const { namedNode, literal, quad } = DataFactory
type Iri = ReturnType<typeof namedNode>
type Value = Iri | ReturnType<typeof literal>

const BUDDHIST_ERA = 543

/** `dcat:Dataset` as an IRI. */
function iri(short: `${keyof typeof PREFIXES}:${string}`): Iri {
  const [prefix, name] = short.split(':') as [keyof typeof PREFIXES, string]
  return namedNode(PREFIXES[prefix] + name)
}
const inBoth = ({ th, en }: Bilingual): Value[] =>
  th === en ? [literal(th, 'th')] : [literal(th, 'th'), literal(en, 'en')]
const typed = (value: string, type: string) => literal(value, iri(`xsd:${type}`))
const moment = (at: Date) => typed(at.toISOString(), 'dateTime')

type Said = Readonly<Record<`${keyof typeof PREFIXES}:${string}`, readonly Value[]>>

/** What is said of one thing; of its types the first is its own, others are those that validators look for. */
const about = (thing: string, types: readonly `${keyof typeof PREFIXES}:${string}`[], said: Said): Quad[] => [
  ...types.map((type) => quad(namedNode(thing), iri('rdf:type'), iri(type))),
  ...Object.entries(said).flatMap(([name, values]) =>
    values.map((value) => quad(namedNode(thing), iri(name as keyof Said), value)),
  ),
]

/**
 * The catalogue by DCAT-AP 3, and everything it names. Nothing has a blank name: the same thing is known again in every
 * form and at every harvest. What nobody has said (a licence, a contact) is left out.
 */
export function dcatOf(catalog: Catalog): readonly Quad[] {
  const { origin, publisher, datasets } = catalog
  const home = origin + addressOf.data('th')
  const agency = `${origin}/#agency`
  const service = `${home}#api`
  const text = openDataText
  const changed = newestChange(datasets)
  return [
    ...about(`${home}#catalog`, ['dcat:Catalog'], {
      'dct:title': inBoth({
        th: text('th').titleOf(publisher.name.th),
        en: text('en').titleOf(publisher.name.en),
      }),
      'dct:description': inBoth({ th: text('th').lead, en: text('en').lead }),
      'dct:publisher': [namedNode(agency)],
      'dct:language': [namedNode(AUTHORITY.thai), namedNode(AUTHORITY.english)],
      'dct:modified': changed ? [moment(changed)] : [],
      'dct:license': publisher.license ? [namedNode(publisher.license.address)] : [],
      'foaf:homepage': [namedNode(home)],
      'dcat:themeTaxonomy': [namedNode(AUTHORITY.themes)],
      'dcat:service': [namedNode(service)],
      'dcat:dataset': datasets.map(({ source }) => namedNode(nameOf(origin, source.key))),
      'dcat:record': datasets.flatMap(({ source, changedAt }) =>
        changedAt ? [namedNode(recordOf(origin, source.key))] : [],
      ),
    }),
    ...about(home, ['foaf:Document'], {}),
    ...about(agency, ['foaf:Agent'], {
      'foaf:name': inBoth(publisher.name),
      'foaf:homepage': [namedNode(`${origin}/`)],
    }),
    ...about(`${origin}/`, ['foaf:Document'], {}),
    ...about(service, ['dcat:DataService'], {
      'dct:title': inBoth({ th: text('th').apiTitle, en: text('en').apiTitle }),
      'dct:description': inBoth({ th: text('th').apiLead, en: text('en').apiLead }),
      'dcat:endpointURL': [namedNode(`${origin}/api/3/action/`)],
      'dcat:endpointDescription': [namedNode(`${origin}/api/v1/openapi.json`)],
      'dcat:servesDataset': datasets.map(({ source }) => namedNode(nameOf(origin, source.key))),
      'dct:publisher': [namedNode(agency)],
      'dct:accessRights': [namedNode(AUTHORITY.publicAccess)],
      'dct:license': publisher.license ? [namedNode(publisher.license.address)] : [],
      'dcat:contactPoint': publisher.email === null ? [] : [namedNode(`${origin}/#contact`)],
    }),
    ...contactOf(catalog),
    ...licenseFacts(publisher.license),
    ...namedThings(),
    ...[...new Set(datasets.map(({ source }) => frequency(source.updates)))].flatMap((unit) =>
      about(unit, ['dct:Frequency'], {}),
    ),
    ...datasets.flatMap((dataset) => datasetFacts(dataset, catalog)),
  ]
}

const nameOf = (origin: string, key: string): string => `${placeOf(origin, key).page}#dataset`
const recordOf = (origin: string, key: string): string => `${placeOf(origin, key).page}#record`

function contactOf({ origin, publisher }: Catalog): Quad[] {
  const { name, email, telephone } = publisher
  if (email === null) return []
  return about(`${origin}/#contact`, ['vcard:Kind', 'vcard:Organization'], {
    'vcard:fn': inBoth(name),
    'vcard:hasEmail': [namedNode(`mailto:${email}`)],
    'vcard:hasTelephone': telephone === null ? [] : [namedNode(telephoneIri(telephone))],
  })
}

const telephoneIri = (telephone: string): string => `tel:${telephone.replace(/[^+\d]/g, '')}`

const licenseFacts = (license: License | null): Quad[] =>
  license
    ? about(license.address, ['dct:LicenseDocument'], { 'dct:title': [literal(license.title, 'en')] })
    : []

/** Entries of authority tables, with their types: who reads the catalogue alone need not look them up. */
const namedThings = (): Quad[] => [
  ...about(AUTHORITY.thai, ['dct:LinguisticSystem'], {}),
  ...about(AUTHORITY.english, ['dct:LinguisticSystem'], {}),
  ...about(AUTHORITY.publicAccess, ['dct:RightsStatement'], {}),
  ...about(AUTHORITY.themes, ['skos:ConceptScheme'], { 'dct:title': [literal(GOVERNMENT.scheme, 'en')] }),
  ...about(AUTHORITY.government, ['skos:Concept'], {
    'skos:prefLabel': [literal(GOVERNMENT.en, 'en')],
    'skos:inScheme': [namedNode(AUTHORITY.themes)],
  }),
  ...about(iri('spdx:checksumAlgorithm_sha256').value, ['spdx:ChecksumAlgorithm'], {}),
  ...ROW_FORMS.flatMap((form) => [
    ...about(fileType(form), ['dct:MediaTypeOrExtent'], {}),
    ...about(mediaType(MEDIA_TYPES[form]), ['dct:MediaType'], {}),
  ]),
]

function datasetFacts(dataset: OpenDataset, catalog: Catalog): Quad[] {
  const { source, changedAt, files } = dataset
  const { origin, publisher } = catalog
  const place = placeOf(origin, source.key)
  const [name, record] = [nameOf(origin, source.key), recordOf(origin, source.key)]
  const years = yearsOf(dataset)
  const rowFiles = files.filter(({ form }) => form !== 'schema')
  return [
    ...about(name, ['dcat:Dataset'], {
      'dct:title': inBoth(source.title),
      'dct:description': inBoth(source.description),
      'dct:identifier': [literal(place.page)],
      'dct:publisher': [namedNode(`${origin}/#agency`)],
      'dct:language': [namedNode(AUTHORITY.thai)],
      'dct:modified': changedAt ? [moment(changedAt)] : [],
      'dct:accrualPeriodicity': [namedNode(frequency(source.updates))],
      'dct:accessRights': [namedNode(AUTHORITY.publicAccess)],
      'dct:temporal': years ? [namedNode(`${place.page}#years`)] : [],
      'dcat:theme': [namedNode(AUTHORITY.government)],
      'dcat:keyword': source.keywords.flatMap(inBoth),
      'dcat:landingPage': [namedNode(place.page)],
      'dcat:contactPoint': publisher.email === null ? [] : [namedNode(`${origin}/#contact`)],
      'dcat:distribution': rowFiles.map(({ fileName }) => namedNode(distributionOf(place.file(fileName)))),
    }),
    ...about(place.page, ['foaf:Document'], {}),
    ...(changedAt
      ? about(record, ['dcat:CatalogRecord'], {
          'foaf:primaryTopic': [namedNode(name)],
          'dct:modified': [moment(changedAt)],
        })
      : []),
    ...(years
      ? about(`${place.page}#years`, ['dct:PeriodOfTime'], {
          'dcat:startDate': [typed(String(years.first - BUDDHIST_ERA), 'gYear')],
          'dcat:endDate': [typed(String(years.last - BUDDHIST_ERA), 'gYear')],
        })
      : []),
    ...about(place.file(tableFileName(source.key, 'schema')), ['dct:Standard'], {
      'dct:title': inBoth({ th: openDataText('th').schema, en: openDataText('en').schema }),
    }),
    ...rowFiles.flatMap((file) => distributionFacts(file, dataset, catalog)),
  ]
}

const distributionOf = (address: string): string => `${address}#distribution`

function distributionFacts(
  { form, fileName, bytes, sha256 }: TableFile,
  { source, changedAt }: OpenDataset,
  { origin, publisher }: Catalog,
): Quad[] {
  const place = placeOf(origin, source.key)
  const address = place.file(fileName)
  const checksum = `${address}#checksum`
  const title = (lang: 'th' | 'en') => openDataText(lang).forms[form]
  return [
    ...about(distributionOf(address), ['dcat:Distribution'], {
      'dct:title': inBoth({ th: title('th'), en: title('en') }),
      'dcat:accessURL': [namedNode(address)],
      'dcat:downloadURL': [namedNode(address)],
      'dcat:mediaType': [namedNode(mediaType(MEDIA_TYPES[form]))],
      'dct:format': [namedNode(fileType(form))],
      'dct:language': [namedNode(AUTHORITY.thai)],
      'dct:modified': changedAt ? [moment(changedAt)] : [],
      'dct:license': publisher.license ? [namedNode(publisher.license.address)] : [],
      'dct:conformsTo': [namedNode(place.file(tableFileName(source.key, 'schema')))],
      'dcat:byteSize': [typed(String(bytes.length), 'nonNegativeInteger')],
      'spdx:checksum': [namedNode(checksum)],
    }),
    ...about(checksum, ['spdx:Checksum'], {
      'spdx:algorithm': [iri('spdx:checksumAlgorithm_sha256')],
      'spdx:checksumValue': [typed(sha256, 'hexBinary')],
    }),
  ]
}
