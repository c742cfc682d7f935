import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { exampleCycle } from '../../../tests/support/example-cycle.ts'
import { twoPlaces } from '../../kernel/decimal.ts'
import { loadCatalogue } from '../catalogue/index.server.ts'
import { readFigures } from './reading/read-figures.server.ts'

it('the sheet of the example holds every score that its report quotes with an item, and nothing else', async () => {
  const bytes = readFileSync('examples/dga-2567/scores.csv')
  const read = await readFigures(bytes, { catalogue: loadCatalogue(), mapping: null })
  if (!read.ok) throw new Error(JSON.stringify(read.error))
  const quoted = exampleCycle()
    .issues.flatMap((issue) => issue.outcomes.flatMap((outcome) => outcome.facts))
    .flatMap((fact) => (fact.kind === 'score' ? [fact.before, fact.after] : []))
    .flatMap((measured) => (measured?.of ? [`${measured.of} ${twoPlaces(measured.value)}`] : []))
  const held = read.value.records.map(({ figure, value }) =>
    figure.kind === 'score' ? `${figure.ref} ${value}` : figure.part,
  )
  expect(held.toSorted()).toEqual([...new Set(quoted)].toSorted())
})
