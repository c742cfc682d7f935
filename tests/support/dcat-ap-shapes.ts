import { Parser, Store } from 'n3'
import SHACLValidator from 'rdf-validate-shacl'

/**
 * What DCAT-AP 3.0 asks of a catalogue and of everything that it names, written down from its tables: how often a property
 * may stand (`least`, `most`), and what its values are. Last, what DCAT-US 3.0 asks beyond it.
 */
type Row = readonly [path: string, least: number, most: number | null, values: string]

const LITERAL = 'sh:nodeKind sh:Literal'
const NAMED = 'sh:nodeKind sh:BlankNodeOrIRI'
const MOMENT =
  'sh:or ([sh:datatype xsd:date] [sh:datatype xsd:dateTime] [sh:datatype xsd:gYear] [sh:datatype xsd:gYearMonth])'
const of = (kind: string) => `sh:class ${kind}`
const typed = (type: string) => `sh:datatype xsd:${type}`

const SHAPES: Readonly<Record<string, readonly Row[]>> = {
  'dcat:Catalog': [
    ['dct:title', 1, null, LITERAL],
    ['dct:description', 1, null, LITERAL],
    ['dct:publisher', 1, 1, of('foaf:Agent')],
    ['dct:license', 0, 1, of('dct:LicenseDocument')],
    ['dct:language', 0, null, of('dct:LinguisticSystem')],
    ['dct:modified', 0, 1, MOMENT],
    ['foaf:homepage', 0, 1, of('foaf:Document')],
    ['dcat:themeTaxonomy', 0, null, of('skos:ConceptScheme')],
    ['dcat:service', 0, null, of('dcat:DataService')],
    ['dcat:dataset', 1, null, of('dcat:Dataset')],
    ['dcat:record', 0, null, of('dcat:CatalogRecord')],
  ],
  'dcat:Dataset': [
    ['dct:title', 1, null, LITERAL],
    ['dct:description', 1, null, LITERAL],
    ['dct:identifier', 0, null, LITERAL],
    ['dct:publisher', 1, 1, of('foaf:Agent')],
    ['dct:language', 0, null, of('dct:LinguisticSystem')],
    ['dct:modified', 0, 1, MOMENT],
    ['dct:accrualPeriodicity', 0, 1, of('dct:Frequency')],
    ['dct:accessRights', 0, 1, of('dct:RightsStatement')],
    ['dct:temporal', 0, null, of('dct:PeriodOfTime')],
    ['dcat:theme', 0, null, of('skos:Concept')],
    ['dcat:keyword', 0, null, LITERAL],
    ['dcat:landingPage', 0, null, of('foaf:Document')],
    ['dcat:contactPoint', 0, null, of('vcard:Kind')],
    ['dcat:distribution', 1, null, of('dcat:Distribution')],
  ],
  'dcat:Distribution': [
    ['dcat:accessURL', 1, null, NAMED],
    ['dcat:downloadURL', 0, null, NAMED],
    ['dct:title', 0, null, LITERAL],
    ['dct:license', 0, 1, of('dct:LicenseDocument')],
    ['dct:language', 0, null, of('dct:LinguisticSystem')],
    ['dct:conformsTo', 0, null, of('dct:Standard')],
    ['dct:format', 0, 1, of('dct:MediaTypeOrExtent')],
    ['dct:modified', 0, 1, MOMENT],
    ['dcat:mediaType', 0, 1, of('dct:MediaType')],
    ['dcat:byteSize', 1, 1, typed('nonNegativeInteger')],
    ['spdx:checksum', 1, 1, of('spdx:Checksum')],
  ],
  'dcat:DataService': [
    ['dct:title', 1, null, LITERAL],
    ['dcat:endpointURL', 1, null, NAMED],
    ['dcat:endpointDescription', 0, null, NAMED],
    ['dcat:servesDataset', 0, null, of('dcat:Dataset')],
    ['dct:publisher', 1, null, of('foaf:Agent')],
    ['dct:accessRights', 0, 1, of('dct:RightsStatement')],
    ['dct:license', 0, 1, of('dct:LicenseDocument')],
    ['dcat:contactPoint', 0, null, of('vcard:Kind')],
  ],
  'dcat:CatalogRecord': [
    ['foaf:primaryTopic', 1, 1, of('dcat:Dataset')],
    ['dct:modified', 1, 1, MOMENT],
  ],
  'dct:PeriodOfTime': [
    ['dcat:startDate', 0, 1, MOMENT],
    ['dcat:endDate', 0, 1, MOMENT],
  ],
  'foaf:Agent': [['foaf:name', 1, null, LITERAL]],
  'skos:ConceptScheme': [['dct:title', 1, null, LITERAL]],
  'skos:Concept': [['skos:prefLabel', 1, null, LITERAL]],
  'spdx:Checksum': [
    ['spdx:algorithm', 1, 1, of('spdx:ChecksumAlgorithm')],
    ['spdx:checksumValue', 1, 1, typed('hexBinary')],
  ],
}

const PREFIXES = `
@prefix dcat: <http://www.w3.org/ns/dcat#> .
@prefix dct: <http://purl.org/dc/terms/> .
@prefix foaf: <http://xmlns.com/foaf/0.1/> .
@prefix sh: <http://www.w3.org/ns/shacl#> .
@prefix skos: <http://www.w3.org/2004/02/skos/core#> .
@prefix spdx: <http://spdx.org/rdf/terms#> .
@prefix vcard: <http://www.w3.org/2006/vcard/ns#> .
@prefix xsd: <http://www.w3.org/2001/XMLSchema#> .
`

const property = ([path, least, most, values]: Row): string =>
  `sh:property [ sh:path ${path} ; ${least > 0 ? `sh:minCount ${least} ; ` : ''}${most === null ? '' : `sh:maxCount ${most} ; `}${values} ]`

const shapes = (): string =>
  PREFIXES +
  Object.entries(SHAPES)
    .map(
      ([kind, rows]) =>
        `[] a sh:NodeShape ; sh:targetClass ${kind} ;\n  ${rows.map(property).join(' ;\n  ')} .\n`,
    )
    .join('\n')

/** What in a catalogue is not as DCAT-AP 3 has it: of which thing, by which property, and which rule it breaks. */
export async function dcatFaults(turtle: string): Promise<readonly string[]> {
  const validator = new SHACLValidator(new Store(new Parser().parse(shapes())))
  const report = await validator.validate(new Store(new Parser().parse(turtle)))
  return report.results.map((result) =>
    [result.focusNode, result.path, result.sourceConstraintComponent]
      .map((term) => (term && 'value' in term ? term.value : '?'))
      .join(' '),
  )
}
