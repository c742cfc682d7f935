import { afterAll, beforeAll, describe, expect, it, test } from 'vitest'
import { anAgency } from '../../../tests/support/agency-at-work.ts'
import { freshDatabase, type TestDatabase } from '../../../tests/support/database.ts'
import { aPublishedReport, exampleRoster } from '../../../tests/support/example-at-work.ts'
import type { Ctx } from '../../platform/ctx.server.ts'
import { findCurrentCycle, takeUpVersion } from '../improvement/index.server.ts'
import { draftFile } from './draft-file.server.ts'
import { draftFiles } from './draft-files.domain.ts'
import { gapsByUnit } from './gaps.domain.ts'
import { renderReport } from './render-report.server.ts'
import { findDistance, findWorkingReport, type WorkingReport } from './working-report.queries.server.ts'

let database: TestDatabase
beforeAll(async () => {
  database = await freshDatabase()
})
afterAll(() => database.drop())

/** The example agency with its published year at work. */
async function theExample(): Promise<Ctx> {
  const ctx = await anAgency(database)
  await exampleRoster(ctx)
  await aPublishedReport(ctx)
  const taken = await takeUpVersion(ctx, { fiscalYear: 2567 })
  if (!taken.ok) throw new Error(taken.error.code)
  return ctx
}

const reportOf = async (ctx: Ctx): Promise<WorkingReport> => {
  const report = await findWorkingReport(ctx, { fiscalYear: 2567, lang: 'th' })
  if (!report) throw new Error('no year at work')
  return report
}

/** Changes rows as somebody at work would have left them; undone by the second statement. */
const sql = (text: string, values: readonly unknown[]) => database.owner.query(text, [...values])

describe('the report of the example out of its working rows', () => {
  it('scores 100 and is the one that is published', async () => {
    const ctx = await theExample()
    const report = await reportOf(ctx)
    expect(report.verdict?.score).toBe(100)
    expect(report.gaps).toEqual([])
    expect(report.contentHash).toBe((await findCurrentCycle(ctx, 2567))?.contentHash)
  })

  it('scores 0 with any one element removed, and says where it is mended and whose it is', async () => {
    const ctx = await theExample()
    const { working } = await reportOf(ctx)
    const missing = JSON.stringify({ state: 'missing' })
    let removed = 0
    for (const issue of working.issues)
      for (const measure of issue.measures) {
        for (const [column, element] of [
          ['text', 'measure'],
          ['summary', 'summary'],
          ['period', 'period'],
        ] as const) {
          await sql(`update working_measure set ${column} = $1 where id = $2`, [missing, measure.id])
          const { verdict, gaps } = (await findDistance(ctx, 2567)) ?? {}
          await sql(`update working_measure set ${column} = $1 where id = $2`, [
            JSON.stringify(measure.facts[column]),
            measure.id,
          ])
          expect(verdict?.score).toBe(0)
          expect(gaps).toMatchObject([
            { element, issueId: issue.id, measureId: measure.id, units: measure.units },
          ])
          removed += 1
        }
        const outcome = issue.outcomes.find(({ facts }) => facts.covers.includes(measure.id))
        await sql('update working_outcome set covers = array_remove(covers, $1) where id = $2', [
          measure.id,
          outcome?.id,
        ])
        const { verdict, gaps } = (await findDistance(ctx, 2567)) ?? {}
        await sql('update working_outcome set covers = $1 where id = $2', [
          outcome?.facts.covers,
          outcome?.id,
        ])
        expect(verdict?.score).toBe(0)
        expect(gaps).toMatchObject([{ element: 'outcome', measureId: measure.id, outcomeId: null }])
        removed += 1
      }
    expect(removed).toBe(40)
    expect((await reportOf(ctx)).verdict?.score).toBe(100)
  })

  it('an issue without measures and a year without issues are told, too', async () => {
    const ctx = await theExample()
    const { working } = await reportOf(ctx)
    const [issue] = working.issues
    await sql('update working_measure set removed_at = now() where issue_id = $1', [issue?.id])
    expect((await reportOf(ctx)).gaps).toMatchObject([{ issueId: issue?.id, measureId: null, units: [] }])
    await sql('update working_issue set removed_at = now() where cycle_id = $1', [working.id])
    const { verdict, gaps } = await reportOf(ctx)
    expect(verdict?.score).toBe(0)
    expect(gaps).toMatchObject([{ issueId: null, measureId: null }])
  })

  it('what is missing stands with every unit whose it is, and what is of none apart', async () => {
    const ctx = await theExample()
    const { working } = await reportOf(ctx)
    const measures = working.issues.flatMap((issue) => issue.measures)
    const shared = measures.find(({ units }) => units.length > 1)
    const own = measures.find(({ units }) => units.length === 1)
    for (const id of [shared?.id, own?.id])
      await sql('update working_measure set summary = $1 where id = $2', ['{"state":"missing"}', id])
    await sql('delete from measure_unit where measure_id = $1', [own?.id])
    const groups = gapsByUnit((await reportOf(ctx)).gaps)
    expect(groups.map(({ unit, gaps }) => [unit?.id ?? null, gaps.length])).toEqual([
      ...(shared?.units ?? []).map(({ id }) => [id, 1]),
      [null, 1],
    ])
  })

  it('of another agency, or a year that is not open, there is none', async () => {
    await theExample()
    const other = await anAgency(database)
    expect(await findWorkingReport(other, { fiscalYear: 2567, lang: 'th' })).toBeNull()
    expect(await findDistance(other, 2567)).toBeNull()
  })
})

describe('the draft as files', () => {
  const pdf = { render: () => Promise.reject(new Error('no PDF in this test')), close: () => {} }
  const render: Parameters<typeof draftFile>[1]['render'] = (input) => renderReport({ ...input, pdf })

  test.each(draftFiles(2567).filter(({ format }) => format !== 'pdf'))(
    '$fileName is there under a name that says what it is',
    async ({ fileName }) => {
      const made = await draftFile(await theExample(), { fiscalYear: 2567, fileName, render })
      expect(made).toMatchObject({ ok: true, value: { fileName } })
      expect(made.ok && made.value.bytes.length).toBeGreaterThan(100)
    },
  )

  it('says on its pages that it is a draft, and its data is the content that would be published', async () => {
    const ctx = await theExample()
    const text = async (fileName: string) => {
      const made = await draftFile(ctx, { fiscalYear: 2567, fileName, render })
      return made.ok ? new TextDecoder().decode(made.value.bytes) : ''
    }
    const html = await text('draft-report-2567.html')
    expect(html).toContain('<title>(ร่าง) ')
    expect(/<h1>(?:<span>)?(\S+)/u.exec(html)?.[1]).toBe('(ร่าง)')
    expect(JSON.parse(await text('draft-report-2567.json'))).toMatchObject({ fiscalYear: 2567 })
  })

  it('there is no other file, and none of a year that is not open', async () => {
    const ctx = await theExample()
    const file = (fiscalYear: number, fileName: string) => draftFile(ctx, { fiscalYear, fileName, render })
    expect(await file(2567, 'report-2567.html')).toEqual({ ok: false, error: 'not-there' })
    expect(await file(2568, 'draft-report-2568.html')).toEqual({ ok: false, error: 'not-there' })
  })

  it('one that cannot be made is told from one that is not there', async () => {
    const failing: typeof render = async () => ({
      ok: false,
      error: { code: 'document.failed', detail: 'stopped' },
    })
    const file = { fiscalYear: 2567, fileName: 'draft-report-2567.pdf', render: failing }
    expect(await draftFile(await theExample(), file)).toEqual({ ok: false, error: 'not-made' })
  })
})
