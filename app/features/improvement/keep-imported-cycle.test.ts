import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { clockAt } from '../../../tests/support/clock.ts'
import { cycle as anyCycle } from '../../../tests/support/cycle-arbitraries.ts'
import { aCycle, aMeasure, anApproval, anIssue, anOutcome } from '../../../tests/support/cycle-builders.ts'
import { freshDatabase, type TestDatabase } from '../../../tests/support/database.ts'
import { exampleCycle, exampleFaults } from '../../../tests/support/example-cycle.ts'
import { type Ctx, inProgramTransaction, type ProgramCtx } from '../../platform/ctx.server.ts'
import { withAgency, withoutAgency } from '../../platform/db/tenant.server.ts'
import { contentHash } from '../../platform/hash/content-hash.ts'
import { findAgencyByCode } from '../people/index.server.ts'
import { type Cycle, contentOf, countCycle } from './cycle.domain.ts'
import { findCurrentCycle, listCycles } from './cycle.queries.server.ts'
import type { ImportOutcome } from './importers/import.domain.ts'
import { improvementErrorText } from './improvement.errors.ts'
import { keepImportedCycle, type SaveImportedCycle } from './keep-imported-cycle.server.ts'

let database: TestDatabase
let program: ProgramCtx
beforeAll(async () => {
  database = await freshDatabase()
  const now = clockAt('2024-10-01T03:00:00Z')
  program = { db: database.db, actor: { kind: 'command', name: 'tester' }, now }
})
afterAll(() => database.drop())

let agencies = 0
const newAgency = () => `agency-${++agencies}`

const outcomeOf = (cycle: Cycle, given: Partial<ImportOutcome> = {}): ImportOutcome => ({
  cycle,
  catalogue: { hash: 'c'.repeat(64), frameworks: { '2567': '2567.1' } },
  counts: countCycle(cycle),
  notes: [],
  suspectedFaults: [],
  ...given,
})

const saveImported = (input: SaveImportedCycle) =>
  inProgramTransaction(program, (tx) => keepImportedCycle(tx, program, input))
const save = (agencyCode: string, cycle: Cycle, replace = false, agencyName?: string) =>
  saveImported({ agencyCode, outcome: outcomeOf(cycle), replace, agencyName })

async function inside(agencyCode: string): Promise<Ctx> {
  const agency = await withoutAgency(database.db, (tx) => findAgencyByCode(tx, agencyCode))
  if (!agency) throw new Error(`no agency ${agencyCode}`)
  return { ...program, agency }
}

const auditOf = (ctx: Ctx) =>
  withAgency(database.db, ctx.agency.id, (tx) =>
    tx.selectFrom('audit_log').selectAll().orderBy('seq').execute(),
  )

const rowsOfEverybody = async () => {
  const tables = [
    'agency',
    'import_run',
    'cycle',
    'issue',
    'measure',
    'outcome',
    'resolution_mention',
    'audit_log',
  ]
  const counts = tables.map((table) => `(select count(*) from ${table})`).join(' + ')
  const answer = await database.owner.query(`select ${counts} as rows`)
  return Number(answer.rows[0].rows)
}

const withTitle = (title: string) => aCycle({ issues: [anIssue({ title })] })

describe('saving an imported cycle', () => {
  it('keeps it as it is, with the run that imported it, and an entry in the audit log', async () => {
    const code = newAgency()
    const cycle = aCycle({
      issues: [
        anIssue(),
        anIssue({ number: 2, measures: [aMeasure(), aMeasure({ number: 2 })], outcomes: [] }),
      ],
      resolutions: [anApproval('2024-02-29'), anApproval('2024-09-30', 2, 'report')],
      source: { fileName: 'รายงาน.txt', sha256: 'ab'.repeat(32), format: 'text' },
    })
    const notes = [
      { code: 'lines-joined', line: 3, excerpt: 'x', message: { th: 'ต่อบรรทัด', en: 'joined' } },
    ] as const
    const suspectedFaults = [{ line: 1, text: 'ก', suspect: 'ข', sure: false }]
    const outcome = outcomeOf(cycle, { notes, suspectedFaults })
    const saved = await saveImported({ agencyCode: code, outcome })

    const hash = contentHash(contentOf(cycle))
    expect(saved).toMatchObject({ ok: true, value: { status: 'saved', version: 1, contentHash: hash } })
    const ctx = await inside(code)
    expect(ctx.agency).toMatchObject({ nameTh: cycle.agency.name, shortName: cycle.agency.shortName })
    const found = await findCurrentCycle(ctx, 2567)
    expect(found).toMatchObject({
      contentHash: hash,
      version: 1,
      importedAt: new Date('2024-10-01T03:00:00Z'),
      importRun: { notes, suspectedFaults, catalogue: outcome.catalogue },
    })
    expect(found?.cycle).toEqual(cycle)
    expect(await auditOf(ctx)).toMatchObject([
      { action: 'agency.named', object_id: ctx.agency.id },
      {
        action: 'cycle.imported',
        actor_kind: 'command',
        actor_name: 'tester',
        object_kind: 'cycle',
        object_id: found?.cycleId,
        detail: {
          fiscalYear: 2567,
          version: 1,
          contentHash: hash,
          fileSha256: 'ab'.repeat(32),
          catalogueHash: outcome.catalogue.hash,
          replaces: null,
        },
      },
    ])
  })

  it('keeps the whole example report', async () => {
    const code = newAgency()
    const cycle = exampleCycle()
    const outcome = outcomeOf(cycle, { suspectedFaults: exampleFaults() })
    expect(await saveImported({ agencyCode: code, outcome })).toMatchObject({ ok: true })
    const found = await findCurrentCycle(await inside(code), cycle.fiscalYear)
    expect(found?.cycle).toEqual(cycle)
    expect(found?.importRun.suspectedFaults).toEqual(exampleFaults())
  })

  it('whatever the cycle, what comes back is what was saved, and its hash is the one kept', async () => {
    const code = newAgency()
    await fc.assert(
      fc.asyncProperty(anyCycle, async (cycle) => {
        const saved = await save(code, cycle, true, 'กรมทดสอบ')
        if (!saved.ok) throw new Error(saved.error.code)
        const found = await findCurrentCycle(await inside(code), cycle.fiscalYear)
        expect(found?.cycle).toEqual(cycle)
        expect(found?.contentHash).toBe(contentHash(contentOf(found?.cycle as Cycle)))
        expect(found?.contentHash).toBe(saved.value.contentHash)
      }),
      { numRuns: 60 },
    )
  })

  it('three thousand measures are kept in their order', async () => {
    const code = newAgency()
    const measures = Array.from({ length: 3000 }, (_, index) => aMeasure({ number: 3000 - index }))
    const cycle = aCycle({ issues: [anIssue({ measures, outcomes: [anOutcome({ covers: [] })] })] })
    await save(code, cycle)
    expect((await findCurrentCycle(await inside(code), 2567))?.cycle).toEqual(cycle)
  })

  it('the same content again changes nothing, wherever the file came from', async () => {
    const code = newAgency()
    const first = await save(code, withTitle('a'))
    const before = await rowsOfEverybody()
    const source = { fileName: 'again.docx', sha256: 'cd'.repeat(32), format: 'docx' } as const
    const again = await save(code, { ...withTitle('a'), source })
    expect(first.ok && again.ok && again.value).toEqual({
      ...(first.ok && first.value),
      status: 'unchanged',
      agencyNamed: null,
    })
    expect(await rowsOfEverybody()).toBe(before)
  })

  it('other content for the year is refused, and nothing is written', async () => {
    const code = newAgency()
    await save(code, withTitle('a'))
    const before = await rowsOfEverybody()
    const refused = await save(code, withTitle('b'))
    expect(refused).toEqual({
      ok: false,
      error: { code: 'cycle.already-there', fiscalYear: 2567, place: null },
    })
    expect(await rowsOfEverybody()).toBe(before)
    expect((await findCurrentCycle(await inside(code), 2567))?.cycle.issues[0]?.title).toBe('a')
  })

  it('with replacement the new version stands, and the old one stays', async () => {
    const code = newAgency()
    await save(code, withTitle('a'))
    const replaced = await save(code, withTitle('b'), true)
    expect(replaced).toMatchObject({ ok: true, value: { status: 'replaced', version: 2 } })
    const ctx = await inside(code)
    expect((await findCurrentCycle(ctx, 2567))?.cycle.issues[0]?.title).toBe('b')
    expect((await listCycles(ctx)).map((cycle) => cycle.version)).toEqual([2])
    const all = await listCycles(ctx, { superseded: true })
    expect(all.map(({ version, supersededAt }) => [version, supersededAt !== null])).toEqual([
      [2, false],
      [1, true],
    ])
    const titles = await withAgency(database.db, ctx.agency.id, (tx) =>
      tx.selectFrom('issue').select('title').orderBy('title').execute(),
    )
    expect(titles).toEqual([{ title: 'a' }, { title: 'b' }])
    expect((await auditOf(ctx)).map((entry) => entry.action)).toEqual([
      'agency.named',
      'cycle.imported',
      'cycle.replaced',
    ])
  })

  it('what is saved cannot be written over, nor a superseded version be brought back', async () => {
    const code = newAgency()
    await save(code, withTitle('a'))
    await save(code, withTitle('b'), true)
    const { agency } = await inside(code)
    const overwrite = withAgency(database.db, agency.id, (tx) =>
      tx.updateTable('issue').set({ title: 'x' }).execute(),
    )
    await expect(overwrite).rejects.toThrow(/permission denied/)
    const rehash = withAgency(database.db, agency.id, (tx) =>
      tx
        .updateTable('cycle')
        .set({ content_hash: '0'.repeat(64) })
        .execute(),
    )
    await expect(rehash).rejects.toThrow(/permission denied/)
    const revive = withAgency(database.db, agency.id, (tx) =>
      tx.updateTable('cycle').set({ superseded_at: null }).where('version', '=', 1).execute(),
    )
    await expect(revive).rejects.toThrow(/superseded/)
  })

  it('of two imports at once one is saved and the other refused, or both agree', async () => {
    const code = newAgency()
    const results = await Promise.all(['a', 'b', 'a', 'b'].map((title) => save(code, withTitle(title))))
    const statuses = results.map((result) => (result.ok ? result.value.status : result.error.code)).sort()
    expect(statuses).toEqual(['cycle.already-there', 'cycle.already-there', 'saved', 'unchanged'])
  })

  it('the years of an agency stand beside each other, the newest first', async () => {
    const code = newAgency()
    await save(code, aCycle({ fiscalYear: 2566 }))
    await save(code, aCycle({ fiscalYear: 2567 }))
    expect((await listCycles(await inside(code))).map((cycle) => cycle.fiscalYear)).toEqual([2567, 2566])
  })

  it('another agency finds nothing of it', async () => {
    const [mine, theirs] = [newAgency(), newAgency()]
    await save(mine, aCycle())
    await save(theirs, aCycle({ fiscalYear: 2566 }))
    expect(await findCurrentCycle(await inside(theirs), 2567)).toBeNull()
  })

  it('what cannot be kept is refused with its place, and nothing is written', async () => {
    const code = newAgency()
    const before = await rowsOfEverybody()
    const refusals: [Cycle, string, string | null][] = [
      [withTitle('a\0'), 'cycle.unstorable-text', 'issues.0.title'],
      [withTitle('\ud800'), 'cycle.unstorable-text', 'issues.0.title'],
      [aCycle({ fiscalYear: 67 }), 'cycle.bad-year', null],
      [aCycle({ resultsYear: 2024 }), 'cycle.bad-year', null],
      [aCycle({ issues: [anIssue(), anIssue()] }), 'cycle.bad-number', 'issues.1'],
      [
        aCycle({ issues: [anIssue({ measures: [aMeasure({ number: 1.5 })] })] }),
        'cycle.bad-number',
        'issues.0.measures.0',
      ],
      [aCycle({ resolutions: [anApproval('2024-02-30')] }), 'cycle.bad-day', 'resolutions.0'],
    ]
    for (const [cycle, error, place] of refusals) {
      const result = await save(code, cycle)
      expect(result).toMatchObject({ ok: false, error: { code: error, place } })
      if (!result.ok)
        for (const text of Object.values(improvementErrorText(result.error)))
          expect(text).toContain(place ?? String(cycle.fiscalYear))
    }
    expect(await save('ไทย', aCycle())).toMatchObject({ ok: false, error: { code: 'cycle.bad-agency-code' } })
    expect(await rowsOfEverybody()).toBe(before)
  })
})

describe('whose report it is', () => {
  const of = (name: string, shortName: string | null = null, title = 'a') => ({
    ...withTitle(title),
    agency: { name, shortName },
  })
  const nameOf = async (code: string) =>
    (await withoutAgency(database.db, (tx) => findAgencyByCode(tx, code)))?.nameTh

  it('a report that names another agency is refused with both names, replacement or not, and nothing is written', async () => {
    const code = newAgency()
    await save(code, of('กรมหนึ่ง', 'กน.'))
    const before = await rowsOfEverybody()
    for (const replace of [false, true]) {
      const refused = await save(code, of('กรมสอง', null, 'b'), replace)
      expect(refused).toEqual({
        ok: false,
        error: {
          code: 'cycle.other-agency',
          fiscalYear: 2567,
          agencyCode: code,
          named: 'กรมสอง',
          known: 'กรมหนึ่ง',
        },
      })
      if (!refused.ok)
        for (const text of Object.values(improvementErrorText(refused.error)))
          expect(text).toMatch(/กรมสอง.*กรมหนึ่ง/)
    }
    expect(await rowsOfEverybody()).toBe(before)
  })

  it('other spacing, the short name and no name at all are the same agency', async () => {
    const code = newAgency()
    await save(code, of('กรมหนึ่ง (มหาชน)', 'กน.'))
    for (const [index, name] of ['กรมหนึ่ง(มหาชน)', 'กน.', ''].entries())
      expect(await save(code, of(name, null, `b${index}`), true)).toMatchObject({
        ok: true,
        value: { status: 'replaced', agencyNamed: null },
      })
    expect(await nameOf(code)).toBe('กรมหนึ่ง (มหาชน)')
  })

  it('an agency that is renamed says so: its name changes, its report is kept, and both are in the audit log', async () => {
    const code = newAgency()
    await save(code, of('กรมหนึ่ง', 'กน.'))
    const renamed = await save(code, of('กรมใหม่', 'กม.', 'b'), true, ' กรมใหม่ ')
    expect(renamed).toMatchObject({ ok: true, value: { status: 'replaced', agencyNamed: 'กรมใหม่' } })
    const ctx = await inside(code)
    expect(ctx.agency).toMatchObject({ nameTh: 'กรมใหม่', shortName: 'กม.' })
    expect((await auditOf(ctx)).filter((entry) => entry.action === 'agency.named').at(-1)).toMatchObject({
      actor_name: 'tester',
      object_kind: 'agency',
      object_id: ctx.agency.id,
      detail: { nameBefore: 'กรมหนึ่ง', nameAfter: 'กรมใหม่', shortNameBefore: 'กน.', shortNameAfter: 'กม.' },
    })
    const old = { ...of('กรมหนึ่ง', 'กน.'), fiscalYear: 2566 }
    expect(await save(code, old, false, 'กรมใหม่')).toMatchObject({ ok: true, value: { agencyNamed: null } })
    expect(await nameOf(code)).toBe('กรมใหม่')
  })

  it('an agency whose first report names nobody gets its name with the same content, or from a later report', async () => {
    const [stated, reported] = [newAgency(), newAgency()]
    for (const code of [stated, reported]) {
      await save(code, of(''))
      expect(await nameOf(code)).toBeNull()
    }
    expect(await save(stated, of(''), false, 'กรมหนึ่ง')).toMatchObject({
      ok: true,
      value: { status: 'unchanged', agencyNamed: 'กรมหนึ่ง' },
    })
    await save(reported, of('กรมสอง', null, 'b'), true)
    expect([await nameOf(stated), await nameOf(reported)]).toEqual(['กรมหนึ่ง', 'กรมสอง'])
  })

  it('of two first reports at once that name two agencies one is refused', async () => {
    const code = newAgency()
    const results = await Promise.all([save(code, of('กรมหนึ่ง')), save(code, of('กรมสอง', null, 'b'), true)])
    expect(results.map((result) => (result.ok ? 'saved' : result.error.code)).sort()).toEqual([
      'cycle.other-agency',
      'saved',
    ])
  })
})
