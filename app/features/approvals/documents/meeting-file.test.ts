import { strFromU8, unzipSync } from 'fflate'
import { RouterContextProvider } from 'react-router'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { anAgency, aPerson, as } from '../../../../tests/support/agency-at-work.ts'
import { approvalRows } from '../../../../tests/support/approval-rows.ts'
import { freshDatabase, type TestDatabase } from '../../../../tests/support/database.ts'
import { popplerLines } from '../../../../tests/support/pdf-text.ts'
import type { RoleName } from '../../../kernel/actor.ts'
import type { Ctx } from '../../../platform/ctx.server.ts'
import type { App } from '../../../web/app.server.ts'
import { appContext, visitContext } from '../../../web/context.server.ts'
import type { Visit } from '../../../web/visit.ts'
import { type EvidenceFiles, evidenceFilesContext } from '../../evidence/index.server.ts'
import { mattersContext } from '../matter-source.server.ts'
import { loader, middleware } from '../screens/meeting-file.ts'
import { createMeetingDocuments, meetingDocumentsContext } from './meeting-documents.server.ts'

let database: TestDatabase
let ctx: Ctx
let meetingId: string
const documents = createMeetingDocuments({ processes: 1 })

beforeAll(async () => {
  database = await freshDatabase()
  ctx = await anAgency(database)
  const rows = approvalRows(database)
  meetingId = await rows.meeting(ctx, { bodyId: await rows.body(ctx) })
})
afterAll(async () => {
  documents.close()
  await database.drop()
})

type Asked = Readonly<{
  file: string
  meeting?: string
  role?: RoleName
  at?: Ctx
  with?: typeof documents
  method?: string
}>

/** The answer to somebody of a role, or the status of the refusal. */
async function answerTo({
  file,
  meeting = meetingId,
  role = 'meeting-secretary',
  at = ctx,
  ...given
}: Asked) {
  const person = await aPerson(at, { role })
  const context = new RouterContextProvider()
  context.set(appContext, { agency: async () => ({ ctx: at, nameTh: 'สำนักงานทดสอบ', nameEn: null }) } as App)
  const { actor } = as(at, person.id, [role])
  context.set(visitContext, { signedIn: { actor } } as Visit)
  context.set(meetingDocumentsContext, given.with ?? documents)
  context.set(mattersContext, {})
  context.set(evidenceFilesContext, {} as EvidenceFiles)
  const request = new Request('http://localhost/', { method: given.method ?? 'GET' })
  const asked = { context, request, params: { meetingId: meeting, file } }
  const [first] = middleware as readonly ((asked: unknown, next: unknown) => Promise<Response | undefined>)[]
  const answer = await first?.(asked, async () => undefined)
  if (answer) return answer
  return loader(asked as unknown as Parameters<typeof loader>[0]).then(
    () => 200,
    (refused: Readonly<{ init: { status: number } | null }>) => refused.init?.status,
  )
}

const bytesOf = async (answer: Awaited<ReturnType<typeof answerTo>>) => {
  if (!(answer instanceof Response)) throw new Error(`refused: ${answer}`)
  return new Uint8Array(await answer.arrayBuffer())
}

test.each([
  ['papers.pdf', 'เอกสารประกอบการประชุมฝ่ายบริหาร'],
  ['agenda.pdf', 'ระเบียบวาระการประชุมฝ่ายบริหาร'],
  ['minutes.pdf', 'มติที่ประชุมฝ่ายบริหาร'],
])('%s is downloaded as PDF, and never kept', async (file, head) => {
  const answer = await answerTo({ file })
  expect(answer instanceof Response && Object.fromEntries(answer.headers)).toMatchObject({
    'content-type': 'application/pdf',
    'content-disposition': `attachment; filename="${file.replace('.pdf', '-9-2567.pdf')}"`,
    'cache-control': 'no-store',
  })
  expect(popplerLines(await bytesOf(answer)).join(' ')).toContain(head)
})

test('minutes.docx is downloaded as a Word document', async () => {
  const parts = unzipSync(await bytesOf(await answerTo({ file: 'minutes.docx' })))
  expect(strFromU8(parts['word/document.xml'] ?? new Uint8Array())).toContain('มติที่ประชุมฝ่ายบริหาร')
})

test('who may not see meetings is refused, and what is not there is not found', async () => {
  expect(await answerTo({ file: 'minutes.pdf', role: 'desk-officer' })).toBe(403)
  expect(await answerTo({ file: 'minutes.txt' })).toBe(404)
  expect(await answerTo({ file: 'minutes.pdf', meeting: 'no-meeting' })).toBe(404)
  expect(await answerTo({ file: 'minutes.pdf', at: await anAgency(database) })).toBe(404)
})

test('nothing is made for who asks only whether it is there', async () => {
  const none = { ...documents, render: () => Promise.reject(new Error('something was made')) }
  for (const file of ['papers.pdf', 'minutes.docx']) {
    const answer = await answerTo({ file, method: 'HEAD', with: none })
    expect(answer instanceof Response && answer.status).toBe(200)
  }
})

test('a paper that could not be made is said to be out of order for now', async () => {
  const failing = createMeetingDocuments({ processes: 1, timeLimitMs: 1 })
  for (const file of ['minutes.pdf', 'papers.pdf']) expect(await answerTo({ file, with: failing })).toBe(503)
  failing.close()
})
