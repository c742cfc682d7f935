import { Ajv2020 } from 'ajv/dist/2020.js'
import { describe, expect, test } from 'vitest'
import { exampleCycle } from '../../../../../tests/support/example-cycle.ts'
import { itemRef } from '../../../../kernel/item-ref.ts'
import { answerJson } from '../../../approvals/index.server.ts'
import type { NamedResolution } from '../../../approvals/index.ts'
import { loadCatalogue } from '../../../catalogue/index.server.ts'
import { openapiOf } from '../../../opendata/index.server.ts'
import { judge, ruleOf } from '../../prepare-report.server.ts'
import { itemWalkOf } from '../items/item-walk.domain.ts'
import { walkOf } from '../walk-of.domain.ts'
import { reportsApi } from './openapi.server.ts'

const document = openapiOf([reportsApi], 'https://ita.agency.example')
const catalogue = loadCatalogue()
const cycle = exampleCycle()
const publication = {
  id: 'p',
  kind: 'report',
  key: '2567',
  version: 1,
  contentHash: 'a'.repeat(64),
  matterId: null,
  publishedAt: new Date('2024-03-15T02:00:00Z'),
  publishedBy: 'x',
  steps: [],
  withdrawal: null,
} as const
const address = '/reports/2567/versions/1'

const validator = new Ajv2020({ strict: true, allErrors: true })
validator.addSchema({ $id: 'https://ita.agency.example/openapi.json', ...described(document.components) })
const faultsOf = (name: string, answer: unknown) => {
  const validate = validator.getSchema(`https://ita.agency.example/openapi.json#/components/schemas/${name}`)
  if (!validate) throw new Error(`no schema ${name}`)
  return validate(JSON.parse(JSON.stringify(answer))) ? [] : (validate.errors ?? [])
}

/** What is a keyword of OpenAPI is none of JSON Schema: schemas are found below the two names alone. */
function described(components: object) {
  validator.addKeyword('components')
  return { components }
}

const walk = walkOf({
  cycle,
  publication,
  status: 'published',
  address,
  title: cycle.cover.title,
  verdict: judge(cycle, cycle.answers),
  rule: ruleOf(cycle.answers),
  catalogue,
  proof: null,
  measuresApproved: { resolutions: [], isSame: false },
  broken: [],
  withheld: new Set(),
})
type Asked = Parameters<typeof answerJson>[0]
const reports = [{ cycle, publication, address, score: 100 as const }]

describe('the description of the public interface', () => {
  test('is OpenAPI 3.1 of exactly the answers that there are', () => {
    expect(document.openapi).toMatch(/^3\.1\./)
    expect(Object.keys(document.paths)).toEqual([
      '/api/v1/reports/{year}/walk',
      '/api/v1/reports/{year}/versions/{version}/walk',
      '/api/v1/items/{year}/{code}',
      '/api/v1/verify/{hash}',
      '/verify',
    ])
  })

  test('refers to no schema that it does not have', () => {
    const referred = [...JSON.stringify(document).matchAll(/"\$ref":"#\/components\/schemas\/([^"]+)"/g)]
    expect(referred.length).toBeGreaterThan(5)
    for (const [, name] of referred) expect(Object.keys(document.components.schemas)).toContain(name)
  })

  test('describes what checking answers, of what is known and of what is not', () => {
    const hash = 'a'.repeat(64)
    const at = new Date('2024-12-01T02:00:00Z')
    const resolution: NamedResolution = {
      id: 'r',
      bodyName: 'x',
      meetingNumber: '9/2567',
      form: 'meeting',
      decidedOn: '2024-11-07',
      decision: 'approved',
      wording: 'x',
      recordedAt: at,
      isWithdrawn: false,
    }
    const known: Asked = {
      status: 'withdrawn',
      hash,
      match: 'file',
      kind: 'report',
      key: '2567',
      title: null,
      version: 1,
      contentHash: hash,
      publishedAt: at,
      file: { format: 'pdf', fileName: 'report.pdf' },
      resolutions: [resolution],
      current: { version: 2, publishedAt: at },
      withdrawal: { at, reason: 'x', resolution },
    }
    for (const answer of [known, { status: 'unknown', hash } as const])
      expect(faultsOf('VerifyAnswer', answerJson(answer, 'https://ita.agency.example'))).toEqual([])
  })

  test('describes the walk of the example report', () => {
    expect(faultsOf('Walk', walk)).toEqual([])
  })

  test.each(['i1', 'e14', 'ind6', 'o28'])('describes the walk of 2566:%s', (code) => {
    const found = itemWalkOf(itemRef(2566, code), { catalogue, reports })
    expect(found).not.toBeNull()
    expect(faultsOf('ItemWalk', found)).toEqual([])
  })

  test('refuses an answer that says more than is described', () => {
    expect(faultsOf('Walk', { ...walk, publishedBy: 'somebody' })).not.toEqual([])
    const [first, ...others] = walk.cells
    expect(faultsOf('Walk', { ...walk, cells: [{ ...first, byName: 'somebody' }, ...others] })).not.toEqual(
      [],
    )
  })
})
