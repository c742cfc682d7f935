import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { anAgency, aPerson, as, auditOf } from '../../../../tests/support/agency-at-work.ts'
import { freshDatabase, type TestDatabase } from '../../../../tests/support/database.ts'
import { anEvidenceFile, anEvidenceLink, evidenceFacts } from '../../../../tests/support/evidence-builders.ts'
import { aUnit } from '../../../../tests/support/working-builders.ts'
import { type Ctx, inTransaction } from '../../../platform/ctx.server.ts'
import { attachEvidence, detachEvidence } from '../attaching.server.ts'
import type { EvidenceFacts } from '../evidence.domain.ts'
import { listEvidenceFor, searchEvidence } from '../evidence.queries.server.ts'
import { findEvidence } from '../library.queries.server.ts'
import { addLink } from './add-link.server.ts'
import { changeEvidence } from './change-evidence.server.ts'
import { removeEvidence } from './remove-evidence.server.ts'
import { renewLink } from './renew-link.server.ts'
import { restoreEvidence } from './restore-evidence.server.ts'

let database: TestDatabase
beforeAll(async () => {
  database = await freshDatabase()
})
afterAll(() => database.drop())

const OBJECT = { kind: 'measure', id: '33333333-3333-4333-8333-333333333333' } as const
const attach = (ctx: Ctx, ...evidenceIds: string[]) =>
  inTransaction(ctx, (tx) => attachEvidence(tx, ctx, { ...OBJECT, evidenceIds }))
const detach = (ctx: Ctx, evidenceId: string) =>
  inTransaction(ctx, (tx) => detachEvidence(tx, ctx, { ...OBJECT, evidenceId }))
const change = (ctx: Ctx, evidenceId: string, mine: Partial<EvidenceFacts>) =>
  changeEvidence(ctx, { evidenceId, seenVersion: 1, seen: evidenceFacts(), mine })
const newLink = (link: string, facts: Partial<EvidenceFacts> = {}) => ({
  link,
  facts: { ...evidenceFacts({ title: '', ...facts }), unitId: facts.unitId },
  isWantedTwice: false,
})
const refusedWith = (code: string) => ({ ok: false, error: { code } })

describe('a link that is brought in', () => {
  it('is called by itself, and is of the unit of who brought it', async () => {
    const ctx = await anAgency(database)
    const unitId = await aUnit(ctx, 'CSR')
    const me = as(ctx, (await aPerson(ctx)).id, [{ role: 'unit-owner', unitId }])
    const added = await addLink(me, newLink('example.go.th/news'))
    if (!added.ok) throw new Error('refused')
    const piece = await findEvidence(ctx, added.value.evidenceId)
    expect(piece?.item).toMatchObject({
      facts: { title: 'example.go.th/news', unitId },
      content: { kind: 'link', link: 'https://example.go.th/news' },
      unit: { code: 'CSR' },
    })
    expect(await auditOf(database, ctx)).toMatchObject([
      { action: 'evidence.added', object_id: added.value.evidenceId, detail: { source: 'link' } },
    ])
  })

  it('a second time is told of, and kept when it is wanted', async () => {
    const ctx = await anAgency(database)
    const first = await addLink(ctx, newLink('https://example.go.th/a'))
    if (!first.ok) throw new Error('refused')
    expect(await addLink(ctx, newLink('HTTPS://EXAMPLE.go.th/a'))).toMatchObject({
      ok: false,
      error: { code: 'evidence.link-known', evidenceIds: [first.value.evidenceId] },
    })
    expect(await addLink(ctx, { ...newLink('https://example.go.th/a'), isWantedTwice: true })).toMatchObject({
      ok: true,
    })
  })

  it('by an auditor, to no unit or to none of this agency is refused', async () => {
    const ctx = await anAgency(database)
    const auditor = as(ctx, (await aPerson(ctx)).id, ['auditor'])
    expect(await addLink(auditor, newLink('https://example.go.th'))).toMatchObject(
      refusedWith('permission.refused'),
    )
    const elsewhere = await aUnit(await anAgency(database), 'HR')
    for (const unitId of [elsewhere, 'x'])
      expect(await addLink(ctx, newLink('https://example.go.th', { unitId }))).toMatchObject(
        refusedWith('evidence.unknown-unit'),
      )
  })
})

describe('what is said about evidence', () => {
  it('is changed by who brought it, its unit and the coordinator, and by nobody else', async () => {
    const ctx = await anAgency(database)
    const unitId = await aUnit(ctx, 'CSR')
    const author = await aPerson(ctx)
    const stranger = (await aPerson(ctx)).id
    const id = await anEvidenceLink(as(ctx, author.id, ['desk-officer']), { unitId })
    const other = await aUnit(ctx, 'HR')
    for (const roles of [['executive'], [{ role: 'unit-owner', unitId: other }], ['administrator']] as const)
      expect(await change(as(ctx, stranger, roles), id, { note: 'x' })).toMatchObject(
        refusedWith('permission.refused'),
      )
    const may: Ctx[] = [
      as(ctx, author.id, ['desk-officer']),
      as(ctx, stranger, [{ role: 'unit-owner', unitId }]),
      as(ctx, stranger, ['ita-coordinator']),
    ]
    for (const [version, who] of may.entries())
      expect(
        await changeEvidence(who, {
          evidenceId: id,
          seenVersion: version + 1,
          seen: evidenceFacts(),
          mine: { note: `ครั้งที่ ${version}` },
        }),
      ).toEqual({ ok: true, value: ['note'] })
  })

  it('is found by its new words, and by the name of its file still', async () => {
    const ctx = await anAgency(database)
    const { id } = await anEvidenceFile(ctx, { fileName: 'scan01.pdf' })
    expect(await change(ctx, id, { title: 'คำสั่งแต่งตั้ง' })).toMatchObject({ ok: true })
    for (const text of ['แต่งตั้ง', 'scan01'])
      expect((await searchEvidence(ctx, { text, limit: 9 })).map((item) => item.id)).toEqual([id])
  })

  it('by two at once: what only one of them changed is kept of both', async () => {
    const ctx = await anAgency(database)
    const id = await anEvidenceLink(ctx)
    const [first, second] = await Promise.all([
      change(ctx, id, { ...evidenceFacts(), note: 'ของคนแรก' }),
      change(ctx, id, { ...evidenceFacts(), expiresOn: '2025-01-01' }),
    ])
    expect([first.ok, second.ok]).toEqual([true, true])
    const piece = await findEvidence(ctx, id)
    expect(piece).toMatchObject({
      version: 3,
      item: { facts: { note: 'ของคนแรก', expiresOn: '2025-01-01' } },
    })
  })

  it('by two at once: the second sees both sides, and saves what they choose', async () => {
    const ctx = await anAgency(database)
    const id = await anEvidenceLink(ctx)
    expect(await change(ctx, id, { title: 'ของเขา' })).toMatchObject({ ok: true })
    expect(await change(ctx, id, { title: 'ของฉัน' })).toMatchObject({
      ok: false,
      error: {
        code: 'evidence.clash',
        version: 2,
        fields: ['title'],
        seen: { title: 'หลักฐานทดสอบ' },
        theirs: { title: 'ของเขา' },
        mine: { title: 'ของฉัน' },
      },
    })
    const chosen = await changeEvidence(ctx, {
      evidenceId: id,
      seenVersion: 2,
      seen: evidenceFacts(),
      mine: { title: 'ของฉัน' },
    })
    expect(chosen).toEqual({ ok: true, value: ['title'] })
  })

  it('that is the same changes nothing and writes nothing', async () => {
    const ctx = await anAgency(database)
    const id = await anEvidenceLink(ctx)
    expect(await change(ctx, id, evidenceFacts())).toEqual({ ok: true, value: [] })
    expect(await auditOf(database, ctx)).toEqual([])
  })

  it('that two changed cannot end before its day', async () => {
    const ctx = await anAgency(database)
    const id = await anEvidenceLink(ctx)
    await change(ctx, id, { evidenceDate: '2025-01-01' })
    expect(await change(ctx, id, { expiresOn: '2024-12-31' })).toMatchObject(
      refusedWith('evidence.expiry-before-date'),
    )
  })
})

describe('another link for the same evidence', () => {
  it('is its next version, and the earlier one stays', async () => {
    const ctx = await anAgency(database)
    const id = await anEvidenceLink(ctx, { link: 'https://example.go.th/1' })
    expect(await renewLink(ctx, { evidenceId: id, link: 'https://example.go.th/2' })).toEqual({
      ok: true,
      value: 2,
    })
    const piece = await findEvidence(ctx, id)
    expect(piece?.versions.map(({ number, content }) => [number, content])).toEqual([
      [2, { kind: 'link', link: 'https://example.go.th/2' }],
      [1, { kind: 'link', link: 'https://example.go.th/1' }],
    ])
  })

  it('that is the same, or for a file, is refused', async () => {
    const ctx = await anAgency(database)
    const id = await anEvidenceLink(ctx, { link: 'https://example.go.th/1' })
    expect(await renewLink(ctx, { evidenceId: id, link: 'https://example.go.th/1' })).toMatchObject(
      refusedWith('evidence.same-link'),
    )
    const file = await anEvidenceFile(ctx)
    expect(await renewLink(ctx, { evidenceId: file.id, link: 'https://example.go.th/1' })).toMatchObject(
      refusedWith('evidence.not-link'),
    )
  })
})

describe('evidence that proves something', () => {
  it('is attached once, however often it is asked for, and detached again', async () => {
    const ctx = await anAgency(database)
    const [one, two] = [await anEvidenceLink(ctx), await anEvidenceLink(ctx)]
    const [first, second] = await Promise.all([attach(ctx, one, two), attach(ctx, two, one, one)])
    const counts = [first, second].map((attached) => (attached.ok ? attached.value.length : -1))
    expect(counts.toSorted()).toEqual([0, 2])
    expect((await listEvidenceFor(ctx, OBJECT)).map(({ id }) => id).toSorted()).toEqual([one, two].toSorted())
    expect(await detach(ctx, one)).toEqual({ ok: true, value: true })
    expect(await detach(ctx, one)).toEqual({ ok: true, value: false })
    expect((await auditOf(database, ctx)).map(({ action }) => action)).toEqual([
      'evidence.attached',
      'evidence.detached',
    ])
  })

  it('is none that was taken out, is infected, is unknown or may not be opened', async () => {
    const ctx = await anAgency(database)
    const removed = await anEvidenceLink(ctx)
    await removeEvidence(ctx, { evidenceId: removed })
    expect(await attach(ctx, removed)).toMatchObject(refusedWith('evidence.removed'))
    const infected = await anEvidenceFile(ctx, { scan: 'infected' })
    expect(await attach(ctx, infected.id)).toMatchObject(refusedWith('evidence.infected'))
    expect(await attach(ctx, 'x')).toMatchObject(refusedWith('evidence.unknown'))
    expect(await attach(ctx)).toMatchObject(refusedWith('evidence.none-chosen'))
    const secret = await anEvidenceLink(ctx, { isConfidential: true })
    const owner = as(ctx, (await aPerson(ctx)).id, ['unit-owner'])
    expect(await attach(owner, secret)).toMatchObject(refusedWith('permission.refused'))
  })

  it('attached with one that is refused is not attached by half', async () => {
    const ctx = await anAgency(database)
    const good = await anEvidenceLink(ctx)
    await attach(ctx, good, OBJECT.id)
    expect(await listEvidenceFor(ctx, OBJECT)).toEqual([])
  })

  it('is not taken out while it is used, and the refusal says where', async () => {
    const ctx = await anAgency(database)
    const id = await anEvidenceLink(ctx)
    await attach(ctx, id)
    expect(await removeEvidence(ctx, { evidenceId: id })).toEqual({
      ok: false,
      error: { code: 'evidence.in-use', uses: [OBJECT] },
    })
  })

  it('is either attached or taken out when both are asked for at once', async () => {
    const ctx = await anAgency(database)
    for (let round = 0; round < 8; round += 1) {
      const id = await anEvidenceLink(ctx)
      const [attached, removed] = await Promise.all([
        attach(ctx, id),
        removeEvidence(ctx, { evidenceId: id }),
      ])
      expect([attached.ok, removed.ok].filter(Boolean)).toHaveLength(1)
    }
  })
})

describe('evidence that was taken out', () => {
  it('is brought back as it was', async () => {
    const ctx = await anAgency(database)
    const id = await anEvidenceLink(ctx, { title: 'กลับมา' })
    expect(await removeEvidence(ctx, { evidenceId: id })).toEqual({ ok: true, value: true })
    expect(await removeEvidence(ctx, { evidenceId: id })).toEqual({ ok: true, value: false })
    expect(await searchEvidence(ctx, { text: 'กลับมา', limit: 9 })).toEqual([])
    expect(await change(ctx, id, { note: 'x' })).toMatchObject(refusedWith('evidence.removed'))
    expect(await restoreEvidence(ctx, { evidenceId: id })).toEqual({ ok: true, value: true })
    expect(await searchEvidence(ctx, { text: 'กลับมา', limit: 9 })).toHaveLength(1)
    expect((await auditOf(database, ctx)).map(({ action }) => action)).toEqual([
      'evidence.removed',
      'evidence.restored',
    ])
  })
})
