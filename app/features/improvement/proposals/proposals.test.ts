import { readFileSync } from 'node:fs'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { anAgency, aPerson, as } from '../../../../tests/support/agency-at-work.ts'
import { freshDatabase, type TestDatabase } from '../../../../tests/support/database.ts'
import { aPublishedReport } from '../../../../tests/support/example-at-work.ts'
import { anIssueAtWork, anOpenYear } from '../../../../tests/support/working-builders.ts'
import { ROLES } from '../../../kernel/actor.ts'
import type { ItemRef } from '../../../kernel/item-ref.ts'
import { type Policy, refusalOf } from '../../../kernel/permission.ts'
import type { Ctx } from '../../../platform/ctx.server.ts'
import { importScores, previewScores } from '../../assessments/index.server.ts'
import { ASSESSMENTS_POLICY } from '../../assessments/index.ts'
import { loadCatalogue } from '../../catalogue/index.server.ts'
import { IMPROVEMENT_POLICY } from '../improvement.policy.ts'
import { issueValues, sentIssue } from '../issues/sent-issue.domain.ts'
import { addIssue } from '../issues/usecases/add-issue.server.ts'
import { removeIssue } from '../issues/usecases/remove-issue.server.ts'
import { readNotation, writeNotation } from '../notation/notation.domain.ts'
import { findWorkingCycle } from '../working/working-cycle.queries.server.ts'
import { findContradictions } from './contradictions.queries.server.ts'
import { proposalOf } from './proposal.domain.ts'
import { askedProposal, proposedIssue } from './proposed-issue.server.ts'

let database: TestDatabase
beforeAll(async () => {
  database = await freshDatabase()
})
afterAll(() => database.drop())

async function bringIn(ctx: Ctx, bytes: Uint8Array): Promise<void> {
  const previewed = await previewScores(ctx, { bytes })
  if (!previewed.ok) throw new Error(JSON.stringify(previewed.error))
  const { seen } = previewed.value
  const imported = await importScores(ctx, { bytes, fileName: 'scores.csv', sourceNote: null, seen })
  if (!imported.ok) throw new Error(JSON.stringify(imported.error))
}
const scoresOf = (...rows: readonly string[]) => new TextEncoder().encode(['ปี,ข้อ,คะแนน', ...rows].join('\n'))

async function cycleOf(ctx: Ctx, fiscalYear = 2568) {
  const cycle = await findWorkingCycle(ctx, fiscalYear)
  return cycle ?? expect.fail(`no cycle of ${fiscalYear}`)
}

describe('the example, whose published report and scores are there', () => {
  let ctx: Ctx
  beforeAll(async () => {
    ctx = await anAgency(database)
    await aPublishedReport(ctx)
    await bringIn(ctx, readFileSync('examples/dga-2567/scores.csv'))
  })

  it('has exactly two blind spots, e10 and e15, by what its issues cite', async () => {
    const { found } = await findContradictions(ctx, 2566)
    expect(found?.blindSpots.nextYear).toBe(2567)
    expect(found?.blindSpots.gone.map(({ item }) => item.ref)).toEqual(['2566:e10', '2566:e15'])
    expect(found?.blindSpots.gone.every(({ isCited, score }) => isCited && score === null)).toBe(true)
    expect(found?.blindSpots.notKnown).toEqual([])
  })

  it('has three items that are asked otherwise, and they are no blind spots', async () => {
    const { found } = await findContradictions(ctx, 2566)
    expect(
      found?.blindSpots.otherwise.map(({ item, replacedBy }) => [
        item.ref,
        ...replacedBy.map((by) => by.item.ref),
      ]),
    ).toEqual([
      ['2566:e5', '2567:e2'],
      ['2566:e8', '2567:e6'],
      ['2566:e11', '2567:e6'],
    ])
  })

  it('opens with the newest year that has results, and with the year that is asked for', async () => {
    expect(await findContradictions(ctx, null)).toMatchObject({ years: [2567, 2566], year: 2567 })
    expect(await findContradictions(ctx, 2566)).toMatchObject({ year: 2566, found: { year: 2566 } })
    expect(await findContradictions(ctx, 2560)).toMatchObject({ year: 2567 })
  })

  it('says of how many items scores are known', async () => {
    const { found } = await findContradictions(ctx, 2566)
    expect(found).toMatchObject({ knownItems: 8, items: 88, unseen: [] })
    const later = await anAgency(database)
    await bringIn(later, scoresOf('2568,ind1,95', '2568,O1,100'))
    expect((await findContradictions(later, 2568)).found).toMatchObject({
      knownItems: 1,
      items: 28,
      unseen: ['IIT', 'EIT'],
    })
  })
})

describe('what an issue is proposed to', () => {
  it('is the open cycle that reads those results, and none other', async () => {
    const ctx = await anAgency(database)
    await bringIn(ctx, scoresOf('2567,i1,95', '2567,e1,70'))
    const proposal = async () => (await findContradictions(ctx, 2567)).found?.proposals['work-process']
    expect(await proposal()).toEqual({ kind: 'no-cycle' })
    await anOpenYear(ctx, { fiscalYear: 2569, facts: { resultsYear: 2568 } })
    expect(await proposal()).toEqual({ kind: 'no-cycle' })
    await anOpenYear(ctx, { fiscalYear: 2568, facts: { resultsYear: 2567 } })
    expect(await proposal()).toEqual({ kind: 'open', fiscalYear: 2568 })
  })

  it('is told where the cycle has an issue of that title, until it is taken out', async () => {
    const ctx = await anAgency(database)
    const { id } = await aPerson(ctx)
    await bringIn(ctx, scoresOf('2567,i1,95', '2567,e1,70'))
    const cycleId = await anOpenYear(ctx)
    // The list of issues of the example prints a space within this title.
    const title = 'กลไกและมาตรการในการแก้ไข และป้องกันการทุจริตภายในหน่วยงาน'
    const issueId = await anIssueAtWork(ctx, { cycleId, title })
    const proposal = async () => (await findContradictions(ctx, 2567)).found?.proposals['anti-corruption']
    expect(await proposal()).toEqual({ kind: 'there', issueId, fiscalYear: 2568 })
    await removeIssue(as(ctx, id, ['ita-coordinator']), issueId)
    expect(await proposal()).toEqual({ kind: 'open', fiscalYear: 2568 })
  })

  it('is not held up by an issue of a published report', () => {
    const published = { title: 'ก', listedTitle: null, fiscalYear: 2568, issueId: null, cites: [] }
    expect(proposalOf({ openYear: 2568, issues: [published] }, 'ก')).toEqual({
      kind: 'open',
      fiscalYear: 2568,
    })
  })

  it('knows what issues at work cite as well as those that were published', async () => {
    const ctx = await anAgency(database)
    await bringIn(ctx, scoresOf('2566,e1,70'))
    const cycleId = await anOpenYear(ctx, { fiscalYear: 2567, facts: { resultsYear: 2566 } })
    const run = { text: 'e15', cites: ['2566:e15' as ItemRef] }
    await anIssueAtWork(ctx, { cycleId, analysis: [{ kind: 'paragraph', runs: [run] }] })
    const { found } = await findContradictions(ctx, 2566)
    expect(found?.blindSpots.gone.map(({ item }) => item.code)).toEqual(['e15'])
  })
})

describe('the form of a new issue', () => {
  const asked = { theme: 'work-process', resultsYear: 2567 }

  it('is asked by its address for a proposal, or for none', () => {
    expect(askedProposal(new URLSearchParams('theme=publicity&results=2567'))).toEqual({
      theme: 'publicity',
      resultsYear: 2567,
    })
    expect(askedProposal(new URLSearchParams('draft=use'))).toBeNull()
  })

  it('opens with the title of the theme and the drafted analysis, and nothing is saved', async () => {
    const ctx = await anAgency(database)
    await bringIn(ctx, scoresOf('2567,i1,95', '2567,e1,70'))
    await anOpenYear(ctx)
    const proposed = await proposedIssue(ctx, await cycleOf(ctx), asked)
    if (proposed.kind !== 'drafted') throw new Error(proposed.kind)
    const values = issueValues(proposed.facts, 2567)
    expect(values.title).toBe('กระบวนการปฏิบัติงานที่โปร่งใสและมีประสิทธิภาพ')
    expect(values.analysis).toContain('([[i1]] ได้ 95.00 คะแนน)')
    expect(values.analysis).toContain('([[e1]] ได้ 70.00 คะแนน)')
    expect((await cycleOf(ctx)).issues).toEqual([])
  })

  it('sent as it opened, is the issue that was proposed, to the letter', async () => {
    const keeper = await anAgency(database)
    const { id } = await aPerson(keeper)
    const ctx = as(keeper, id, ['ita-coordinator'])
    await bringIn(ctx, scoresOf('2567,i1,95', '2567,e1,70', '2567,ind5,98', '2567,O22,0', '2567,O23,100'))
    await anOpenYear(ctx)
    for (const theme of ['work-process', 'anti-corruption']) {
      const proposed = await proposedIssue(ctx, await cycleOf(ctx), { ...asked, theme })
      if (proposed.kind !== 'drafted') throw new Error(proposed.kind)
      const added = await addIssue(ctx, {
        fiscalYear: 2568,
        typed: sentIssue(issueValues(proposed.facts, 2567)),
      })
      expect(added.ok).toBe(true)
      expect((await cycleOf(ctx)).issues.at(-1)?.facts).toEqual(proposed.facts)
    }
  })

  it('says which items of the draft are unverified, and that an issue of that title is there', async () => {
    const ctx = await anAgency(database)
    await bringIn(ctx, scoresOf('2567,O1,100', '2567,O5,100'))
    const cycleId = await anOpenYear(ctx)
    const title = 'ช่องทางและรูปแบบการประชาสัมพันธ์เผยแพร่ข้อมูลข่าวสารภาครัฐ'
    const issueId = await anIssueAtWork(ctx, { cycleId, title })
    expect(await proposedIssue(ctx, await cycleOf(ctx), { ...asked, theme: 'publicity' })).toMatchObject({
      kind: 'drafted',
      unverified: ['2567:O5'],
      there: issueId,
    })
  })

  it('is empty for another year than the cycle reads, for no theme, and where nothing is known', async () => {
    const ctx = await anAgency(database)
    await bringIn(ctx, scoresOf('2566,i1,95', '2567,e1,70'))
    await anOpenYear(ctx)
    const cycle = await cycleOf(ctx)
    expect(await proposedIssue(ctx, cycle, { ...asked, resultsYear: 2566 })).toEqual({ kind: 'other-year' })
    expect(await proposedIssue(ctx, cycle, { ...asked, theme: 'toString' })).toEqual({ kind: 'nothing' })
    expect(await proposedIssue(ctx, cycle, { ...asked, theme: 'state-property' })).toEqual({
      kind: 'nothing',
    })
  })
})

describe('who may', () => {
  const allowed = (policy: Policy, act: string) =>
    ROLES.filter((role) => refusalOf(policy, act, as({} as Ctx, 'x', [role]).actor) === null)

  it('see contradictions is whoever reads results; propose is whoever may add an issue', () => {
    expect(allowed(ASSESSMENTS_POLICY, 'score.read')).toEqual(ROLES.filter((role) => role !== 'desk-officer'))
    expect(allowed(IMPROVEMENT_POLICY, 'issue.change')).toEqual(['ita-coordinator'])
  })

  it('add what was proposed is asked again when it is sent', async () => {
    const ctx = await anAgency(database)
    const { id } = await aPerson(ctx)
    await bringIn(ctx, scoresOf('2567,i1,95', '2567,e1,70'))
    await anOpenYear(ctx)
    const proposed = await proposedIssue(ctx, await cycleOf(ctx), {
      theme: 'work-process',
      resultsYear: 2567,
    })
    if (proposed.kind !== 'drafted') throw new Error(proposed.kind)
    const typed = sentIssue(issueValues(proposed.facts, 2567))
    const sent = await addIssue(as(ctx, id, ['executive']), { fiscalYear: 2568, typed })
    expect(sent).toMatchObject({ ok: false, error: { code: 'permission.refused' } })
    expect((await cycleOf(ctx)).issues).toEqual([])
  })
})

describe('a drafted analysis', () => {
  it('of every theme and every year comes through the notation as it was', async () => {
    const catalogue = loadCatalogue()
    const ctx = await anAgency(database)
    const rows = catalogue.frameworks.flatMap(({ year, items }) =>
      items.map(({ code }, at) => `${year},${code},${at % 4 === 0 ? '61.50' : '100'}`),
    )
    await bringIn(ctx, scoresOf(...rows))
    for (const { year } of catalogue.frameworks) {
      const cycle = { facts: { resultsYear: year }, fiscalYear: year + 1, issues: [] } as never
      const { found } = await findContradictions(ctx, year)
      for (const { theme } of found?.themes ?? []) {
        const proposed = await proposedIssue(ctx, cycle, { theme: theme.key, resultsYear: year })
        if (proposed.kind !== 'drafted') continue
        const { analysis } = proposed.facts
        expect(readNotation(writeNotation(analysis, { year }), { year, catalogue })).toEqual({
          ok: true,
          value: analysis,
        })
      }
    }
  })
})
