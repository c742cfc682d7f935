import { type Quad, type Term, Writer } from 'n3'
import { PREFIXES } from './vocabulary.ts'

/** Quads as Turtle. */
export function writeTurtle(quads: readonly Quad[]): Promise<string> {
  const writer = new Writer({ prefixes: PREFIXES })
  writer.addQuads([...quads])
  return new Promise((resolve, reject) => {
    writer.end((error, text) => (error ? reject(error) : resolve(text)))
  })
}

const TYPE = `${PREFIXES.rdf}type`

/** The same as JSON-LD: one object for each thing, with names short by the prefixes of its context. */
export function writeJsonLd(quads: readonly Quad[]): object {
  const things = Map.groupBy(quads, ({ subject }) => subject.value)
  return {
    '@context': PREFIXES,
    '@graph': [...things].map(([thing, said]) => ({
      '@id': thing,
      ...Object.fromEntries(
        [...Map.groupBy(said, ({ predicate }) => predicate.value)].map(([name, of]) =>
          name === TYPE
            ? ['@type', of.map(({ object }) => shortened(object.value))]
            : [shortened(name), of.map(({ object }) => valueOfTerm(object))],
        ),
      ),
    })),
  }
}

function shortened(iri: string): string {
  const [prefix, space] = Object.entries(PREFIXES).find(([, one]) => iri.startsWith(one)) ?? []
  return prefix === undefined || space === undefined ? iri : `${prefix}:${iri.slice(space.length)}`
}

function valueOfTerm(term: Term): object {
  if (term.termType !== 'Literal') return { '@id': term.value }
  const { value, language, datatype } = term
  if (language !== '') return { '@value': value, '@language': language }
  return datatype.value === `${PREFIXES.xsd}string`
    ? { '@value': value }
    : { '@value': value, '@type': shortened(datatype.value) }
}
