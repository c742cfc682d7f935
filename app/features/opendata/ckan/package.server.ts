import { createHash } from 'node:crypto'
import { addressOf } from '../../../web/addresses.ts'
import { type Catalog, placeOf, yearsOf } from '../catalog/catalog.server.ts'
import type { OpenDataset } from '../open-data.server.ts'
import type { License } from '../publisher.domain.ts'
import type { TableFile } from '../tables/table-files.server.ts'
import { MEDIA_TYPES, type TableForm } from '../tables/table-form.domain.ts'
import { openDataText } from '../text/index.ts'
import { gdcTh } from './gdc-words.th.ts'

const CKAN_FORMATS: Readonly<Record<TableForm, string>> = {
  csv: 'CSV',
  'csv-bom': 'CSV',
  xlsx: 'XLSX',
  json: 'JSON',
  schema: 'JSON',
}

/** A name for ever of something: the same at every harvest, and another one for every agency. Formed as a UUID. */
function uuidOf(...parts: readonly string[]): string {
  const hex = createHash('sha256').update(JSON.stringify(parts)).digest('hex').slice(0, 32).split('')
  hex[12] = '8'
  hex[16] = 'b'
  return hex.join('').replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5')
}

/** Catalogues take names of many agencies into one list. */
export const packageName = (agencyCode: string, key: string): string => `${agencyCode}-${key}`
export const packageId = (origin: string, key: string): string => uuidOf(origin, 'package', key)

/** CKAN writes moments in UTC without saying so. */
const ckanMoment = (at: Date | null): string | null => at?.toISOString().replace('Z', '000') ?? null

/** The agency as an organisation of CKAN. */
export function organizationOf({ origin, publisher, datasets }: Catalog) {
  return {
    id: uuidOf(origin, 'organization'),
    name: publisher.code,
    title: publisher.name.th,
    title_translated: publisher.name,
    display_name: publisher.name.th,
    description: '',
    image_url: '',
    image_display_url: '',
    is_organization: true,
    type: 'organization',
    state: 'active',
    approval_status: 'approved',
    package_count: datasets.length,
  }
}

/** A register as a package of CKAN with the metadata of the Thai Government Data Catalog. What is not known is said so. */
export function packageOf(dataset: OpenDataset, catalog: Catalog) {
  const { source, changedAt, files } = dataset
  const { origin, publisher } = catalog
  const { package_count: _count, ...organization } = organizationOf(catalog)
  const place = placeOf(origin, source.key)
  const id = packageId(origin, source.key)
  const changed = ckanMoment(changedAt)
  return {
    id,
    name: packageName(publisher.code, source.key),
    title: source.title.th,
    title_translated: source.title,
    notes: source.description.th,
    notes_translated: source.description,
    type: 'dataset',
    state: 'active',
    private: false,
    isopen: publisher.license !== null,
    url: place.page,
    version: null,
    author: publisher.name.th,
    author_email: publisher.email ?? '',
    maintainer: publisher.name.th,
    maintainer_email: publisher.email ?? gdcTh.noEmail,
    owner_org: organization.id,
    organization,
    groups: [],
    tags: source.keywords.map(({ th }) => tagOf(th)),
    tag_string: source.keywords.map(({ th }) => tagName(th)).join(','),
    num_tags: source.keywords.length,
    num_resources: files.length,
    ...(changed !== null && { metadata_created: changed, metadata_modified: changed }),
    ...gdcFields(dataset, publisher),
    ...licenseFields(publisher.license),
    extras: [
      { key: 'json_schema', value: place.file('schema.json') },
      { key: 'dcat', value: `${origin}${addressOf.data('th')}/catalog.jsonld` },
    ],
    resources: files.map((file, position) => resourceOf(file, { dataset, origin, position, packageId: id })),
    relationships_as_subject: [],
    relationships_as_object: [],
  }
}

/** Names and values as the form of the catalogue has them. */
function gdcFields(dataset: OpenDataset, publisher: Catalog['publisher']) {
  const { source, changedAt } = dataset
  const years = yearsOf(dataset)
  return {
    data_type: gdcTh.dataTypes[source.dataType],
    objective: [gdcTh.other],
    objective_other: source.objective.th,
    update_frequency_unit: gdcTh.updateUnits[source.updates],
    ...(source.updates === 'irregular'
      ? { update_frequency_unit_other: gdcTh.irregular }
      : { update_frequency_interval: '1' }),
    geo_coverage: gdcTh.none,
    data_source: publisher.name.th,
    data_format: ['CSV', 'JSON', 'XLS'],
    data_category: gdcTh.publicData,
    data_language: [gdcTh.thai],
    accessible_condition: gdcTh.accessible,
    allow_harvest: 'True',
    data_support: gdcTh.none,
    data_collect: gdcTh.unknown,
    created_date: '',
    last_updated_date: changedAt?.toISOString().slice(0, 10) ?? '',
    ...(source.dataType === 'statistic' && {
      first_year_of_data: years ? String(years.first) : '',
      last_year_of_data: years ? String(years.last) : '',
      unit_of_measure: gdcTh.unitOfMeasure,
      unit_of_multiplier: gdcTh.unknown,
      calculation_method: gdcTh.calculation,
    }),
  }
}

const NOT_SPECIFIED = 'License not specified'

function licenseFields(license: License | null) {
  if (!license) return { license_id: NOT_SPECIFIED, license_title: NOT_SPECIFIED, license_url: '' }
  return {
    license_id: license.gdc ?? gdcTh.other,
    ...(license.gdc === null && { license_id_other: license.title }),
    license_title: license.title,
    license_url: license.address,
  }
}

/** CKAN knows letters, digits, blanks and `-_.` in a tag. */
export const tagName = (word: string): string =>
  word
    .replace(/[^\p{L}\p{M}\p{N} \-_.]/gu, ' ')
    .replace(/\s+/gu, ' ')
    .trim()

const tagOf = (word: string) => {
  const name = tagName(word)
  return { id: uuidOf('tag', name), name, display_name: name, state: 'active', vocabulary_id: null }
}

type ResourcePlace = Readonly<{ dataset: OpenDataset; origin: string; position: number; packageId: string }>

function resourceOf(file: TableFile, { dataset, origin, position, packageId: of }: ResourcePlace) {
  const { form, fileName, bytes, sha256 } = file
  const changed = ckanMoment(dataset.changedAt)
  return {
    id: resourceId(of, form),
    package_id: of,
    name: `${dataset.source.title.th} – ${openDataText('th').forms[form]}`,
    description: '',
    url: placeOf(origin, dataset.source.key).file(fileName),
    url_type: null,
    format: CKAN_FORMATS[form],
    mimetype: MEDIA_TYPES[form],
    mimetype_inner: null,
    size: bytes.length,
    hash: `sha256:${sha256}`,
    position,
    state: 'active',
    datastore_active: false,
    ...(changed !== null && { created: changed, last_modified: changed, metadata_modified: changed }),
  }
}

const resourceId = (ofPackage: string, form: TableForm): string => uuidOf(ofPackage, 'resource', form)
