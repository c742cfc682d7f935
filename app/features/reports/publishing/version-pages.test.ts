import { mkdtempSync, rmSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { type ComponentType, createElement } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'
import { RouterContextProvider } from 'react-router'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { anAgency, aPerson, as, at } from '../../../../tests/support/agency-at-work.ts'
import { approveReport, resolveWithdrawal } from '../../../../tests/support/approved.ts'
import { aCycle, anIssue } from '../../../../tests/support/cycle-builders.ts'
import { freshDatabase, type TestDatabase } from '../../../../tests/support/database.ts'
import { aPublishedReport } from '../../../../tests/support/example-at-work.ts'
import { anOpenYear } from '../../../../tests/support/working-builders.ts'
import type { RoleName } from '../../../kernel/actor.ts'
import type { Ctx } from '../../../platform/ctx.server.ts'
import { createDiskStore } from '../../../platform/files/disk-store.server.ts'
import type { App } from '../../../web/app.server.ts'
import { appContext, visitContext } from '../../../web/context.server.ts'
import type { Visit } from '../../../web/visit.ts'
import { findPublications } from '../../approvals/index.server.ts'
import { type Cycle, countCycle } from '../../improvement/index.ts'
import { documentsContext } from '../documents-context.server.ts'
import * as publicationPage from '../screens/publication-page.tsx'
import * as reportFile from '../screens/report-file.ts'
import * as reportPage from '../screens/report-page.tsx'
import * as workingReport from '../screens/working-report-page.tsx'
import type { DocumentMaking } from './publication-files.server.ts'
import { bringInReport } from './usecases/bring-in-report.server.ts'

let database: TestDatabase
let folder: string
let ctx: Ctx
beforeAll(async () => {
  database = await freshDatabase()
  folder = mkdtempSync(path.join(os.tmpdir(), 'prongsai-pages-'))
})
afterAll(async () => {
  rmSync(folder, { recursive: true, force: true })
  await database.drop()
})
beforeEach(async () => {
  ctx = await anAgency(database)
  await aPublishedReport(ctx, withTitle('เรื่องแรก'))
})

const withTitle = (title: string) => aCycle({ issues: [anIssue({ title })] })

async function publishBeside(cycle: Cycle) {
  await approveReport(ctx, cycle)
  const outcome = { cycle, catalogue: { hash: 'c'.repeat(64), frameworks: {} }, counts: countCycle(cycle) }
  await bringInReport(ctx, {
    agencyCode: ctx.agency.code,
    outcome: { ...outcome, notes: [], suspectedFaults: [] },
    replace: true,
  })
}

const documents: DocumentMaking = {
  store: {
    put: (file) => createDiskStore(folder).put(file),
    open: (...key) => createDiskStore(folder).open(...key),
    remove: (file) => createDiskStore(folder).remove(file),
    list: (agencyId) => createDiskStore(folder).list(agencyId),
    removeOlder: (...asked) => createDiskStore(folder).removeOlder(...asked),
  },
  get folder() {
    return folder
  },
  originOf: () => 'https://ita.agency.example',
  madeWith: 'test',
  render: async ({ format }) => ({
    ok: true,
    value: [
      {
        fileName: `report-2567.${format}`,
        mediaType: 'text/plain',
        bytes: new TextEncoder().encode(`${format} of ${made++}`),
      },
    ],
  }),
}
let made = 0

type Params = Readonly<Record<string, string>>
type Given = Readonly<{ address: string; params: Params; role?: RoleName; sent?: Params; from?: Ctx }>

async function asked({ address, params, role, sent, from = ctx }: Given) {
  const context = new RouterContextProvider()
  context.set(appContext, { agency: async () => ({ ctx: from, nameTh: 'สำนักงาน', nameEn: null }) } as App)
  context.set(documentsContext, documents)
  const { id } = await aPerson(from)
  const signedIn = role && { actor: as(from, id, [role]).actor }
  context.set(visitContext, { signedIn, kept: null } as unknown as Visit)
  const url = `https://ita.agency.example${address}`
  const request = sent
    ? new Request(url, { method: 'POST', body: new URLSearchParams(sent) })
    : new Request(url)
  return { context, request, params } as never
}

type Screen = Readonly<{ loader: (given: never) => Promise<unknown>; default: unknown }>
type Answered = Readonly<{ status: number; location: string | null; text: string; data: unknown }>

/** What a visitor gets: the page as text, or where they are led, or the status of a refusal. */
async function open(screen: Screen, given: Given): Promise<Answered> {
  const answer = await screen.loader(await asked(given)).catch((thrown: unknown) => thrown)
  return read(answer, (loaderData) =>
    renderToStaticMarkup(createElement(screen.default as ComponentType<object>, { loaderData } as object)),
  )
}

function read(answer: unknown, text: (data: unknown) => string): Answered {
  if (answer instanceof Response)
    return { status: answer.status, location: answer.headers.get('Location'), text: '', data: null }
  const wrapped = answer as Readonly<{ type?: string; data?: unknown; init?: { status?: number } | null }>
  const isWrapped = wrapped.type === 'DataWithResponseInit'
  const status = isWrapped ? (wrapped.init?.status ?? 200) : 200
  const content = isWrapped ? wrapped.data : answer
  return { status, location: null, text: content === null ? '' : text(content), data: content }
}

const report = (version?: string, lang = '', year = '2567') =>
  open(reportPage as unknown as Screen, {
    address: `${lang}/reports/${year}${version === undefined ? '' : `/versions/${version}`}`,
    params: { year, ...(version !== undefined && { version }) },
  })

async function file(name: string, version?: string): Promise<Response | undefined> {
  const [first] = reportFile.middleware as unknown as readonly ((
    given: unknown,
    next: () => Promise<undefined>,
  ) => Promise<Response | undefined>)[]
  const given = await asked({
    address: '/reports/2567/files/x',
    params: { year: '2567', file: name, ...(version !== undefined && { version }) },
  })
  return first?.(given, async () => undefined)
}

const idOf = async (version: number) =>
  (await findPublications(ctx, { kind: 'report' })).find((one) => one.version === version)?.id ?? ''
const withdraw = async (version: number, reason: string, role: RoleName = 'administrator') => {
  const publicationId = await idOf(version)
  const given = { address: `/office/publications/${publicationId}`, params: { publicationId }, role }
  const act = publicationPage.action as unknown as (given: never) => Promise<unknown>
  const answer = await act(await asked({ ...given, sent: { reason } })).catch((thrown: unknown) => thrown)
  return read(answer, (data) => JSON.stringify(data))
}

describe('the pages of versions', () => {
  it('each say which they are; the earlier one leads to the newer, and both list all', async () => {
    await publishBeside(withTitle('เรื่องหลัง'))
    const [year, first, second] = [await report(), await report('1'), await report('2')]
    expect([year.status, first.status, second.status]).toEqual([200, 200, 200])
    expect(year.text).toContain('เรื่องหลัง')
    expect(first.text).toContain('เรื่องแรก')
    expect(first.text).toContain('มีฉบับใหม่กว่าคือฉบับที่ 2')
    for (const { text } of [year, second]) expect(text).not.toContain('นี่คือฉบับก่อนหน้า')
    for (const { text } of [year, first, second])
      for (const version of [1, 2]) expect(text).toContain(`href="/reports/2567/versions/${version}"`)
    expect((await report('1', '/en')).text).toContain('Version 2 is newer')
  })

  it('have one spelling each, and there is no other version', async () => {
    expect(await report('๑')).toMatchObject({ status: 301, location: '/reports/2567/versions/1' })
    expect(await report('1', '/en', '67')).toMatchObject({
      status: 301,
      location: '/en/reports/2567/versions/1',
    })
    for (const version of ['2', '0', '01', '1.0', '-1', 'x', '9999999'])
      expect((await report(version)).status).toBe(404)
  })

  it('say of a withdrawn one when, by which resolution and why, and show nothing of it', async () => {
    await publishBeside(withTitle('เรื่องลับ'))
    await resolveWithdrawal(ctx, await idOf(2))
    expect(await withdraw(2, 'พบ <b>ข้อมูล</b> ส่วนบุคคล')).toMatchObject({ status: 303 })
    const gone = await report('2')
    expect(gone.status).toBe(410)
    expect(gone.text).toContain('ฉบับที่ 2 ถอนการเผยแพร่แล้ว')
    expect(gone.text).toContain('ที่ประชุมฝ่ายบริหาร ครั้งที่')
    expect(gone.text).toContain('พบ &lt;b&gt;ข้อมูล&lt;/b&gt; ส่วนบุคคล')
    expect(gone.text).toContain('ฉบับที่เผยแพร่อยู่คือฉบับที่ 1')
    expect(gone.text).not.toContain('เรื่องลับ')
    expect((await report('2', '/en')).text).toContain('version 2, was withdrawn')
    expect((await report()).text).toContain('เรื่องแรก')
  })

  it('of a year of which every version was withdrawn say so at its own address, too', async () => {
    await resolveWithdrawal(ctx, await idOf(1))
    await withdraw(1, 'ถอน')
    const gone = await report()
    expect([gone.status, gone.text.includes('ขณะนี้ไม่มีรายงานของปีนี้ที่เผยแพร่อยู่')]).toEqual([410, true])
  })
})

describe('the files of versions', () => {
  it('have a permanent address each; that of the year gives those of the newest', async () => {
    const first = await file('report-2567-v1.json', '1')
    const bytes = await first?.text()
    expect(first?.headers.get('Content-Disposition')).toBe('attachment; filename="report-2567-v1.json"')
    await publishBeside(withTitle('เรื่องหลัง'))
    expect(await (await file('report-2567-v1.json', '1'))?.text()).toBe(bytes)
    const newest = await file('report-2567.json')
    expect(newest?.headers.get('Content-Disposition')).toContain('report-2567-v2.json')
    const same = await file('report-2567-v2.json', '2')
    expect(same?.headers.get('ETag')).toBe(newest?.headers.get('ETag'))
    expect(await newest?.text()).not.toBe(bytes)
    expect([await file('report-2567-v2.json', '1'), await file('report-2567.json', '1')]).toEqual([
      undefined,
      undefined,
    ])
  })

  it('of a withdrawn one lead to the page that says why', async () => {
    await file('report-2567-v1.json', '1')
    await resolveWithdrawal(ctx, await idOf(1))
    await withdraw(1, 'ถอน')
    for (const answer of [await file('report-2567-v1.json', '1'), await file('report-2567.json')])
      expect([answer?.status, answer?.headers.get('Location')]).toEqual([302, '/reports/2567/versions/1'])
  })

  it('are never another file under the same name: one that is missing in the store is not there', async () => {
    const { store } = documents
    await (await file('report-2567-v1.json', '1'))?.text()
    Object.assign(documents, { store: { ...store, open: async () => null } })
    // Refused by the loader behind it.
    expect(await file('report-2567-v1.json', '1')).toBeUndefined()
    Object.assign(documents, { store })
    expect((await file('report-2567-v1.json', '1'))?.status).toBe(200)
  })
})

describe('the office', () => {
  const working = (given: Partial<Given> = {}) =>
    asked({
      address: '/office/cycles/2567/report',
      params: { year: '2567' },
      role: 'ita-coordinator',
      ...given,
    })

  it('refuses to publish what was not approved, with what is lacking, and keeps nothing', async () => {
    await anOpenYear(ctx, { fiscalYear: 2567 })
    const shown = await open(workingReport as unknown as Screen, {
      address: '/office/cycles/2567/report',
      params: { year: '2567' },
      role: 'ita-coordinator',
    })
    expect(shown.text).toContain('แก้ไขหลังเห็นชอบ')
    expect(shown.text).toContain('/office/approvals/report/2567/difference')
    expect(shown.text).not.toContain('ยืนยันเผยแพร่')
    const { contentHash = '' } = shown.data as { contentHash?: string }
    const act = workingReport.action as unknown as (given: never) => Promise<unknown>
    const sent = { seenHash: contentHash, allowsLess: 'on' }
    const answer = read(await act(await working({ sent })), (data) => JSON.stringify(data))
    expect([answer.status, answer.text]).toEqual([422, expect.stringContaining('ยังไม่ผ่านสายการเห็นชอบ')])
    expect(await findPublications(ctx, { kind: 'report' })).toHaveLength(1)
  })

  it('shows a publication with its files and resolutions, and the form only once a resolution withdraws it', async () => {
    const publicationId = await idOf(1)
    await (await file('report-2567-v1.json', '1'))?.text()
    const page = (role: RoleName) =>
      open(publicationPage as unknown as Screen, {
        address: `/office/publications/${publicationId}`,
        params: { publicationId },
        role,
      })
    const before = await page('administrator')
    expect(before.text).toContain('report-2567-v1.json')
    expect(before.text).toContain('ที่ประชุมฝ่ายบริหาร ครั้งที่')
    expect(before.text).not.toContain('name="reason"')
    expect(await withdraw(1, 'ไม่มีมติ')).toMatchObject({ status: 422 })
    await resolveWithdrawal(ctx, publicationId)
    expect((await page('administrator')).text).toContain('name="reason"')
    expect((await page('auditor')).text).not.toContain('name="reason"')
    expect(await withdraw(1, ' ')).toMatchObject({ status: 422 })
    expect((await report()).status).toBe(200)
    const other = { from: at(await anAgency(database), '2024-10-02T03:00:00Z') }
    const elsewhere = await open(publicationPage as unknown as Screen, {
      address: `/office/publications/${publicationId}`,
      params: { publicationId },
      role: 'administrator',
      ...other,
    })
    expect(elsewhere.status).toBe(404)
  })
})
