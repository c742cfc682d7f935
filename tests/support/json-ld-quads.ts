/** One statement as N-Quads has it, for comparing. */
type Statement = string

type Value = Readonly<{ '@id'?: string; '@value'?: string; '@language'?: string; '@type'?: string }>
type Thing = Readonly<Record<string, unknown>> & Readonly<{ '@id': string; '@type'?: readonly string[] }>

const XSD_STRING = 'http://www.w3.org/2001/XMLSchema#string'
const TYPE = 'http://www.w3.org/1999/02/22-rdf-syntax-ns#type'

/**
 * Reads JSON-LD of one graph whose context has prefixes alone, by the rules of JSON-LD 1.1 for these: what else stands in it is
 * refused, so that nothing is passed over.
 */
export function readJsonLd(text: string): readonly Statement[] {
  const { '@context': prefixes, '@graph': graph, ...others } = JSON.parse(text)
  if (Object.keys(others).length > 0) throw new Error(`not read: ${Object.keys(others)}`)
  const expanded = (name: string): string => {
    const [prefix = '', ...rest] = name.split(':')
    const space = rest.join(':').startsWith('//') ? undefined : prefixes[prefix]
    return space === undefined ? name : space + rest.join(':')
  }
  return (graph as readonly Thing[])
    .flatMap(({ '@id': id, '@type': types = [], ...said }) => [
      ...types.map((type) => statement(id, TYPE, `<${expanded(type)}>`)),
      ...Object.entries(said).flatMap(([name, values]) =>
        (values as readonly Value[]).map((value) => statement(id, expanded(name), term(value, expanded))),
      ),
    ])
    .toSorted()
}

function term(value: Value, expanded: (name: string) => string): string {
  if (value['@id'] !== undefined) return `<${expanded(value['@id'])}>`
  const written = JSON.stringify(value['@value'])
  if (value['@language'] !== undefined) return `${written}@${value['@language']}`
  return `${written}^^<${value['@type'] === undefined ? XSD_STRING : expanded(value['@type'])}>`
}

export const statement = (subject: string, predicate: string, object: string): Statement =>
  `<${subject}> <${predicate}> ${object}`
