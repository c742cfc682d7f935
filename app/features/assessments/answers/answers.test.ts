import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { anAgency, as, auditOf } from '../../../../tests/support/agency-at-work.ts'
import { freshDatabase, type TestDatabase } from '../../../../tests/support/database.ts'
import type { Ctx } from '../../../platform/ctx.server.ts'
import { withAgency } from '../../../platform/db/tenant.server.ts'
import { loadCatalogue } from '../../catalogue/index.server.ts'
import { frameworkOf } from '../../catalogue/index.ts'
import { yearResultsIn } from '../results/year-results.queries.server.ts'
import { answerForm } from '../scoring/answer-form.domain.ts'
import { importScores } from '../usecases/import-scores.server.ts'
import { previewScores } from '../usecases/preview-scores.server.ts'
import { findAnswersUpload } from './answers.queries.server.ts'
import { writeAnswersForm } from './answers-form.server.ts'
import { findAnswersYear } from './answers-year.server.ts'
import { findWrongSums } from './check-sums.server.ts'
import { dropAnswers } from './usecases/drop-answers.server.ts'
import { importAnswers } from './usecases/import-answers.server.ts'
import { keepAnswers } from './usecases/keep-answers.server.ts'
import { previewAnswers } from './usecases/preview-answers.server.ts'
import { setAnswerTarget } from './usecases/set-answer-target.server.ts'
import { takeComputedScores } from './usecases/take-computed-scores.server.ts'
import { withdrawAnswers } from './usecases/withdraw-answers.server.ts'

let database: TestDatabase
beforeAll(async () => {
  database = await freshDatabase()
})
afterAll(() => database.drop())

const YEAR = 2567
const framework = frameworkOf(loadCatalogue(), YEAR)
const form = framework && answerForm(framework)
if (!framework || !form || typeof form === 'string') throw new Error('2567 has a form')
const CODES = form.columns.map(({ code }) => code)
const NOBODY = '00000000-0000-4000-8000-000000000001'

/** A file of answers: respondents of a survey who all choose one option; `other` answers of items by code. */
type Group = Readonly<{
  agency?: string
  instrument: 'IIT' | 'EIT'
  n: number
  option: number
  other?: Record<string, string>
}>
function fileOf(...groups: readonly Group[]): Uint8Array {
  const rows = groups.flatMap(({ agency = 'here', instrument, n, option, other = {} }) =>
    Array.from({ length: n }, () => [
      agency,
      instrument,
      ...CODES.map((code) => {
        const column =
          form !== null && typeof form !== 'string' && form.columns.find((one) => one.code === code)
        if (!column || column.instrument !== instrument) return ''
        return other[code] ?? String(Math.min(option, column.options.length))
      }),
    ]),
  )
  return new TextEncoder().encode(
    [['agency', 'instrument', ...CODES], ...rows].map((row) => row.join(',')).join('\n'),
  )
}

const preview = (ctx: Ctx, bytes: Uint8Array, agency: string | null = null) =>
  previewAnswers(ctx, { bytes, year: YEAR, agency })

async function bringIn(ctx: Ctx, bytes: Uint8Array, agency: string | null = null) {
  const previewed = await preview(ctx, bytes, agency)
  if (!previewed.ok) return previewed
  const { seen } = previewed.value
  return importAnswers(ctx, { bytes, year: YEAR, agency, fileName: 'answers.csv', sourceNote: null, seen })
}

const yearOf = async (ctx: Ctx) => {
  const found = await findAnswersYear(ctx, YEAR)
  if (!found) throw new Error('the year can be computed')
  return found
}
const meanOf = async (ctx: Ctx, code: string) => {
  const { computed } = await yearOf(ctx)
  return [...computed.result.items].find(([ref]) => ref === `${YEAR}:${code}`)?.[1].mean
}
const wrongIn = (ctx: Ctx) => withAgency(ctx.db, ctx.agency.id, (tx) => findWrongSums(tx, ctx.agency.id))
const resultsOf = (ctx: Ctx) =>
  withAgency(ctx.db, ctx.agency.id, (tx) => yearResultsIn(tx, ctx.agency.id, YEAR))
const codeOfRefusal = (result: { ok: boolean }) =>
  'error' in result ? (result.error as { code: string }).code : 'ok'

describe('a file of answers', () => {
  it('is looked at before it counts: who answered, and what each item would become', async () => {
    const ctx = await anAgency(database)
    await bringIn(ctx, fileOf({ instrument: 'IIT', n: 10, option: 1 }))
    const previewed = await preview(ctx, fileOf({ instrument: 'IIT', n: 10, option: 6, other: { i2: '' } }))
    if (!previewed.ok) throw new Error('previewed')
    const { before, after, own, respondents } = previewed.value
    const ref = [...after.result.items.keys()].find((one) => one.endsWith(':i1'))
    if (!ref) throw new Error('i1 is an item')
    expect([before, after, own].map(({ result }) => result.items.get(ref)?.mean)).toEqual([
      '0.00',
      '50.00',
      '100.00',
    ])
    expect(respondents).toEqual({
      own: { IIT: 10, EIT: 0 },
      before: { IIT: 10, EIT: 0 },
      after: { IIT: 20, EIT: 0 },
    })
    const i2 = [...own.result.items].find(([one]) => one.endsWith(':i2'))?.[1]
    expect(i2).toMatchObject({ mean: null, n: 0, unanswered: 10 })
    expect((await yearOf(ctx)).answers.respondents.IIT).toBe(10)
  })

  it('counts once it is confirmed, and stands in the log', async () => {
    const ctx = await anAgency(database)
    const bytes = fileOf({ instrument: 'IIT', n: 5, option: 6 }, { instrument: 'EIT', n: 6, option: 6 })
    expect(await bringIn(ctx, bytes)).toEqual({ ok: true, value: { IIT: 5, EIT: 6 } })
    expect(await meanOf(ctx, 'i1')).toBe('100.00')
    expect(await wrongIn(ctx)).toEqual([])
    const { answers } = await yearOf(ctx)
    expect(answers.batches.map(({ instrument, nRespondents }) => [instrument, nRespondents]).sort()).toEqual([
      ['EIT', 6],
      ['IIT', 5],
    ])
    const audited = (await auditOf(database, ctx)).filter(({ action }) => action === 'answers.imported')
    expect(audited.map(({ detail }) => detail.respondents).sort()).toEqual([5, 6])
  })

  it('is not imported twice, unless it was withdrawn', async () => {
    const ctx = await anAgency(database)
    const bytes = fileOf({ instrument: 'IIT', n: 5, option: 6 })
    await bringIn(ctx, bytes)
    expect(codeOfRefusal(await bringIn(ctx, bytes))).toBe('answers.already-imported')
    const [batch] = (await yearOf(ctx)).answers.batches
    await withdrawAnswers(ctx, { batchId: batch?.id ?? '' })
    expect(await bringIn(ctx, bytes)).toMatchObject({ ok: true })
    expect((await yearOf(ctx)).answers.batches).toHaveLength(2)
    expect((await yearOf(ctx)).answers.respondents.IIT).toBe(5)
  })

  it('of several agencies is imported when somebody said which one is this', async () => {
    const ctx = await anAgency(database)
    const bytes = fileOf(
      { agency: 'one', instrument: 'IIT', n: 5, option: 6 },
      { agency: 'two', instrument: 'IIT', n: 7, option: 1 },
    )
    expect(await preview(ctx, bytes)).toMatchObject({ value: { chosen: null } })
    expect(codeOfRefusal(await bringIn(ctx, bytes))).toBe('answers.agency-not-chosen')
    expect(codeOfRefusal(await bringIn(ctx, bytes, 'three'))).toBe('answers.agency-not-chosen')
    expect(await bringIn(ctx, bytes, 'two')).toEqual({ ok: true, value: { IIT: 7, EIT: 0 } })
  })

  it('is refused whole for one wrong cell, which is named', async () => {
    const ctx = await anAgency(database)
    const refused = await bringIn(ctx, fileOf({ instrument: 'IIT', n: 2, option: 1, other: { i1: '9' } }))
    if (refused.ok || !('cells' in refused.error)) throw new Error('refused by cells')
    expect(refused.error.cells[0]).toMatchObject({ row: 2, value: '9' })
    expect((await yearOf(ctx)).answers.batches).toEqual([])
  })

  it('is refused when other answers came in after it was looked at', async () => {
    const ctx = await anAgency(database)
    const bytes = fileOf({ instrument: 'IIT', n: 5, option: 6 })
    const previewed = await preview(ctx, bytes)
    if (!previewed.ok) throw new Error('previewed')
    await bringIn(ctx, fileOf({ instrument: 'IIT', n: 1, option: 1 }))
    const given = {
      bytes,
      year: YEAR,
      agency: null,
      fileName: 'x',
      sourceNote: null,
      seen: previewed.value.seen,
    }
    expect(codeOfRefusal(await importAnswers(ctx, given))).toBe('answers.changed-since')
    expect((await yearOf(ctx)).answers.respondents.IIT).toBe(1)
  })

  it('counts whole when two people confirm at once: one of them looks again', async () => {
    const ctx = await anAgency(database)
    const files = [
      fileOf({ instrument: 'IIT', n: 5, option: 6 }),
      fileOf({ instrument: 'IIT', n: 6, option: 1 }),
    ]
    const outcomes = await Promise.all(files.map((bytes) => bringIn(ctx, bytes)))
    expect(
      outcomes.map(codeOfRefusal).filter((code) => code !== 'ok' && code !== 'answers.changed-since'),
    ).toEqual([])
    for (const [at, outcome] of outcomes.entries())
      if (!outcome.ok) expect(await bringIn(ctx, files[at] ?? new Uint8Array())).toMatchObject({ ok: true })
    expect((await yearOf(ctx)).answers.respondents.IIT).toBe(11)
    expect(await wrongIn(ctx)).toEqual([])
  })

  it('waits for a day, is found by its own agency alone, and may be dropped', async () => {
    const [ctx, other] = [await anAgency(database), await anAgency(database)]
    const kept = await keepAnswers(ctx, { bytes: fileOf(), fileName: 'a.csv', sourceNote: 'ระบบ' })
    if (!kept.ok) throw new Error('kept')
    expect(await findAnswersUpload(ctx, kept.value)).toMatchObject({ fileName: 'a.csv', sourceNote: 'ระบบ' })
    expect(await findAnswersUpload(other, kept.value)).toBeNull()
    const later = { ...ctx, now: () => new Date(ctx.now().getTime() + 25 * 3_600_000) }
    expect(await findAnswersUpload(later, kept.value)).toBeNull()
    await dropAnswers(ctx, { uploadId: kept.value })
    expect(await findAnswersUpload(ctx, kept.value)).toBeNull()
    expect(
      codeOfRefusal(await keepAnswers(ctx, { bytes: new Uint8Array(), fileName: 'a', sourceNote: null })),
    ).toBe('answers.no-file')
    const large = { bytes: new Uint8Array(5_000_001), fileName: 'a', sourceNote: null }
    expect(codeOfRefusal(await keepAnswers(ctx, large))).toBe('answers.too-large')
  })

  it('in the form of the year lacks nothing but answers, as a workbook and as CSV', async () => {
    const ctx = await anAgency(database)
    for (const format of ['xlsx', 'csv'] as const) {
      const { bytes } = await writeAnswersForm(framework, form, { format, lang: 'th' })
      const previewed = await preview(ctx, bytes)
      expect(previewed).toMatchObject({ error: { cells: [{ code: 'answers.no-rows' }] } })
    }
  })
})

describe('withdrawn answers', () => {
  it('no longer count, are withdrawn once, and stay', async () => {
    const ctx = await anAgency(database)
    await bringIn(ctx, fileOf({ instrument: 'IIT', n: 5, option: 1 }))
    await bringIn(ctx, fileOf({ instrument: 'IIT', n: 5, option: 6 }))
    const [batch] = (await yearOf(ctx)).answers.batches
    const batchId = batch?.id ?? ''
    expect(await withdrawAnswers(ctx, { batchId })).toEqual({ ok: true, value: { year: YEAR } })
    expect(['0.00', '100.00']).toContain(await meanOf(ctx, 'i1'))
    expect(await wrongIn(ctx)).toEqual([])
    expect(codeOfRefusal(await withdrawAnswers(ctx, { batchId }))).toBe('answers.withdrawn-already')
    expect((await yearOf(ctx)).answers.batches).toHaveLength(2)
    const other = await anAgency(database)
    for (const id of [batchId, 'no-identifier', ''])
      expect(codeOfRefusal(await withdrawAnswers(other, { batchId: id }))).toBe('answers.no-batch')
  })
})

describe('how many have to answer', () => {
  it('is what somebody says, and the log keeps what it was', async () => {
    const ctx = await anAgency(database)
    await setAnswerTarget(ctx, { year: YEAR, instrument: 'IIT', nRequired: 30 })
    await setAnswerTarget(ctx, { year: YEAR, instrument: 'IIT', nRequired: 34 })
    expect((await yearOf(ctx)).answers.targets.get('IIT')).toMatchObject({ nRequired: 34, setBy: 'test' })
    const details = (await auditOf(database, ctx)).map(({ detail }) => detail)
    expect(details).toEqual([
      { was: null, now: 30 },
      { was: 30, now: 34 },
    ])
    for (const nRequired of [0, -1, 1.5, Number.NaN])
      expect(codeOfRefusal(await setAnswerTarget(ctx, { year: YEAR, instrument: 'IIT', nRequired }))).toBe(
        'answers.bad-target',
      )
  })
})

describe('computed scores', () => {
  const bothSurveys = fileOf({ instrument: 'IIT', n: 8, option: 6 }, { instrument: 'EIT', n: 9, option: 9 })
  const take = async (ctx: Ctx) => takeComputedScores(ctx, { year: YEAR, seen: (await yearOf(ctx)).seen })

  it('give no total while disclosure has no scores, and say so', async () => {
    const ctx = await anAgency(database)
    await bringIn(ctx, bothSurveys)
    const { computed, taking } = await yearOf(ctx)
    expect(computed.missing.map(({ instrument, items, of }) => [instrument, items.length === of])).toEqual([
      ['OIT', true],
    ])
    expect(taking.figures.map(({ of }) => (of.kind === 'total' ? of.part : '')).filter(Boolean)).toEqual([
      'IIT',
      'EIT',
    ])
  })

  it('become results of the year with how many answered, each naming its files, and only once', async () => {
    const ctx = await anAgency(database)
    await setAnswerTarget(ctx, { year: YEAR, instrument: 'IIT', nRequired: 10 })
    await bringIn(ctx, bothSurveys)
    expect(await take(ctx)).toMatchObject({ ok: true, value: { corrected: 0 } })
    const { scores, totals } = await resultsOf(ctx)
    expect(scores.find(({ ref }) => ref === `${YEAR}:i1`)).toMatchObject({
      value: '100.00',
      nAnswered: 8,
      nRequired: 10,
      source: { fileName: 'answers.csv', sheet: null },
    })
    expect(totals.map(({ part, value, outOf, nAnswered }) => [part, value, outOf, nAnswered])).toMatchObject([
      ['IIT', expect.any(String), '100', 8],
      ['EIT', expect.any(String), '100', 9],
    ])
    expect(codeOfRefusal(await take(ctx))).toBe('answers.nothing-to-take')
    expect((await auditOf(database, ctx)).map(({ action }) => action)).toContain('computed-scores.taken')
  })

  it('with disclosure scores give the total and the level, and name the announced figures that they replace', async () => {
    const ctx = await anAgency(database)
    const oit = framework.items.filter(({ instrument }) => instrument === 'OIT').map(({ code }) => code)
    const rows = [...oit.map((code) => [YEAR, code, '100']), [YEAR, 'i1', '77.00'], [YEAR, 'i4', '100']]
    const bytes = new TextEncoder().encode(['ปี,ข้อ,คะแนน', ...rows.map((row) => row.join(','))].join('\n'))
    const previewed = await previewScores(ctx, { bytes })
    if (!previewed.ok) throw new Error(JSON.stringify(previewed.error))
    const { seen } = previewed.value
    await importScores(ctx, { bytes, fileName: 'announced.csv', sourceNote: null, seen })
    await bringIn(ctx, bothSurveys)

    const { computed, compared, taking } = await yearOf(ctx)
    expect(computed.missing).toEqual([])
    expect(computed.result.total).toMatch(/^\d+\.\d\d$/)
    expect(compared.map(({ announced, computed: value }) => [announced.value, value])).toEqual([
      ['77.00', '100.00'],
      ['100.00', '100.00'],
    ])
    const replaced = taking.figures.filter(({ was }) => was?.isAnnounced)
    expect(replaced.map(({ was, value }) => [was?.value, value])).toEqual([['77.00', '100.00']])
    await take(ctx)
    const { scores, totals } = await resultsOf(ctx)
    expect(totals.map(({ part }) => part)).toEqual(['IIT', 'EIT', 'total', 'level'])
    const of = (code: string) => scores.find(({ ref }) => ref === `${YEAR}:${code}`)?.source.fileName
    expect([of('i1'), of('i4')]).toEqual(['answers.csv', 'announced.csv'])
  })

  it('of fewer than five respondents are neither shown nor taken', async () => {
    const ctx = await anAgency(database)
    await bringIn(ctx, fileOf({ instrument: 'IIT', n: 4, option: 6 }))
    const { computed, taking } = await yearOf(ctx)
    expect([...computed.withheld.instruments]).toEqual(['IIT'])
    expect(taking.figures).toEqual([])
  })

  it('are taken as they were shown, or not at all', async () => {
    const ctx = await anAgency(database)
    await bringIn(ctx, bothSurveys)
    const { seen } = await yearOf(ctx)
    await bringIn(ctx, fileOf({ instrument: 'IIT', n: 1, option: 1 }))
    expect(codeOfRefusal(await takeComputedScores(ctx, { year: YEAR, seen }))).toBe('answers.changed-since')
    expect((await resultsOf(ctx)).scores).toEqual([])
  })
})

describe('who may', () => {
  it('a unit owner brings in, withdraws, sets and takes nothing, and is refused before anything is read', async () => {
    const ctx = await anAgency(database)
    const owner = as(ctx, NOBODY, ['unit-owner'])
    const bytes = new TextEncoder().encode('no file of answers')
    const given = { bytes, year: YEAR, agency: null, fileName: 'x', sourceNote: null, seen: '' }
    const outcomes = await Promise.all([
      keepAnswers(owner, given),
      previewAnswers(owner, given),
      importAnswers(owner, given),
      dropAnswers(owner, { uploadId: NOBODY }),
      withdrawAnswers(owner, { batchId: NOBODY }),
      setAnswerTarget(owner, { year: YEAR, instrument: 'IIT', nRequired: 0 }),
      takeComputedScores(owner, { year: 1, seen: '' }),
    ])
    expect(outcomes.map(codeOfRefusal)).toEqual(Array.from({ length: 7 }, () => 'permission.refused'))
  })

  it('another agency sees neither answers nor sums', async () => {
    const [ctx, other] = [await anAgency(database), await anAgency(database)]
    await bringIn(ctx, fileOf({ instrument: 'IIT', n: 5, option: 6 }))
    const { answers } = await yearOf(other)
    expect([answers.batches, [...answers.counts], answers.respondents]).toEqual([[], [], { IIT: 0, EIT: 0 }])
  })
})
