import { createElement } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { anAgency } from '../../../../tests/support/agency-at-work.ts'
import { freshDatabase, type TestDatabase } from '../../../../tests/support/database.ts'
import { aPublishedReport } from '../../../../tests/support/example-at-work.ts'
import { exampleCycle } from '../../../../tests/support/example-cycle.ts'
import { aWalkedReport, FILE, SECRET } from '../../../../tests/support/walked-report.ts'
import type { Ctx } from '../../../platform/ctx.server.ts'
import { publishedArticle } from '../html/published-article.server.ts'
import { renderHtml } from '../html/render-html.server.ts'
import { findPublishedReport } from '../published-report.queries.server.ts'
import { ProofSteps } from './parts/proof-steps.tsx'
import { WalkApprovals } from './parts/walk-approvals.tsx'
import { WalkCells } from './parts/walk-cells.tsx'
import { WalkVerdict } from './parts/walk-verdict.tsx'
import { findWalkProof } from './present-state.server.ts'
import { versionAddress } from './version-address.ts'
import type { Walk } from './walk.domain.ts'
import { findWalk } from './walk.queries.server.ts'

let database: TestDatabase
beforeAll(async () => {
  database = await freshDatabase()
})
afterAll(() => database.drop())

const lang = 'th'
const pageOf = (walk: Walk) => {
  const issues = [...new Set(walk.cells.flatMap(({ issue }) => issue ?? []))].map((number) => ({
    number,
    title: `ประเด็น ${number}`,
  }))
  return [
    createElement(WalkVerdict, { lang, walk }),
    createElement(WalkApprovals, { lang, walk }),
    createElement(WalkCells, { lang, walk, issues }),
  ]
    .map((part) => renderToStaticMarkup(part))
    .join('')
}
const walkIn = async (ctx: Ctx, fiscalYear: number): Promise<Walk> => {
  const walk = await findWalk(ctx, { fiscalYear, addressOf: versionAddress })
  if (!walk) throw new Error('no walk')
  return walk
}
const publishedIn = async (ctx: Ctx, fiscalYear: number) => {
  const found = await findPublishedReport(ctx, { fiscalYear, lang })
  if (!found) throw new Error('not published')
  return found
}

describe('the published example', () => {
  let ctx: Ctx
  beforeAll(async () => {
    ctx = await anAgency(database)
    await aPublishedReport(ctx)
  })

  it('leads from every cell of its tables, analyses and limitations to a cell that the page of the walk has', async () => {
    const article = publishedArticle(await publishedIn(ctx, 2567), lang)
    const anchors = [...article.matchAll(/href="\/reports\/2567\/why#([^"]+)"/g)].map(([, id]) => id ?? '')
    const page = pageOf(await walkIn(ctx, 2567))
    for (const id of anchors) expect(page).toContain(`id="${id}"`)
    const { issues } = exampleCycle()
    for (const { number, measures } of issues) {
      expect(anchors).toContain(`issue-${number}.analysis`)
      for (const measure of measures)
        for (const part of ['text', 'period', 'owners', 'summary'])
          expect(anchors).toContain(`issue-${number}.measure-${measure.number}.${part}`)
    }
    expect(anchors.filter((id) => id.includes('outcome')).length).toBeGreaterThanOrEqual(issues.length)
  })

  it('gives each of these links a name of its own, which begins with the word that is seen', async () => {
    const article = publishedArticle(await publishedIn(ctx, 2567), lang)
    const names = [...article.matchAll(/why#[^"]+" aria-label="([^"]+)">([^<]+)</g)]
    expect(names.length).toBeGreaterThan(40)
    for (const [, name, word] of names)
      expect(name?.replaceAll('\u2060', '').startsWith(word ?? '?')).toBe(true)
    expect(names[0]?.[1]).not.toBe(names[1]?.[1])
  })

  it('has no such link in the file that is downloaded', async () => {
    const { report, findings } = await publishedIn(ctx, 2567)
    const file = new TextDecoder().decode(renderHtml({ report, findings }))
    expect(file).not.toContain('/why')
    expect(file).not.toContain('class="why')
  })

  it('answers in every cell, and names the resolutions by which it is public', async () => {
    const walk = await walkIn(ctx, 2567)
    expect(walk.verdict).toMatchObject({ item: '2568:O28', score: 100 })
    expect(walk.approvals.report.length).toBeGreaterThan(0)
    expect(walk.cells.filter(({ answer }) => answer.th.trim() === '' || answer.en.trim() === '')).toEqual([])
    const page = pageOf(walk)
    for (const { id, answer } of walk.cells) {
      expect(page).toContain(`id="${id}"`)
      expect(page).toContain(answer.th.replaceAll('"', '&quot;'))
    }
  })
})

describe('the page of a report that was worked on here', () => {
  it('shows the evidence with its hash, and names nobody and nothing confidential', async () => {
    const { ctx, evidence, confidential } = await aWalkedReport(database)
    const page = pageOf(await walkIn(ctx, 2568))
    for (const shown of [FILE.title, FILE.fileName, evidence.sha256, 'ส่วนการตลาด', 'หลักฐานที่ไม่เปิดเผยอีก 1'])
      expect(page).toContain(shown)
    for (const hidden of [...Object.values(SECRET), confidential.sha256]) expect(page).not.toContain(hidden)
  })

  it('is told by name in the office alone', async () => {
    const { ctx, publicationId } = await aWalkedReport(database)
    const proof = await findWalkProof(ctx, publicationId)
    const shown = renderToStaticMarkup(createElement(ProofSteps, { lang, proof }))
    for (const name of [SECRET.submitter, SECRET.accepter]) expect(shown).toContain(name)
    expect(shown).not.toContain(SECRET.title)
    expect(renderToStaticMarkup(createElement(ProofSteps, { lang, proof: null }))).toBe('')
  })

  it('takes every text as text', async () => {
    const { ctx, evidence } = await aWalkedReport(database)
    await database.owner.query('alter table publication disable trigger publication_withdrawn_once')
    await database.owner.query(
      `update publication set proof = replace(proof::text, $1, $2)::jsonb where agency_id = $3`,
      [FILE.title, '<img src=x onerror=alert(1)>', ctx.agency.id],
    )
    await database.owner.query('alter table publication enable trigger publication_withdrawn_once')
    const page = pageOf(await walkIn(ctx, 2568))
    expect(page).toContain(evidence.sha256)
    expect(page).not.toContain('<img')
    expect(page).toContain('&lt;img src=x')
  })
})
