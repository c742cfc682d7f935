import { mkdtemp, readFile, rm } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { anAgency } from '../../../../tests/support/agency-at-work.ts'
import { approvalRows } from '../../../../tests/support/approval-rows.ts'
import { freshDatabase, type TestDatabase } from '../../../../tests/support/database.ts'
import { exampleCycle } from '../../../../tests/support/example-cycle.ts'
import { popplerPages, withoutSpaces } from '../../../../tests/support/pdf-text.ts'
import { createDiskStore } from '../../../platform/files/disk-store.server.ts'
import { contentHash } from '../../../platform/hash/content-hash.ts'
import { log } from '../../../platform/log/log.server.ts'
import { makePapersPack } from '../../approvals/documents/collect-papers.server.ts'
import { createMeetingDocuments } from '../../approvals/documents/meeting-documents.server.ts'
import { findMeetingRecord } from '../../approvals/documents/meeting-record.queries.server.ts'
import { createOpenings } from '../../evidence/storing/openings.ts'
import { contentOf } from '../../improvement/index.ts'
import { createDocumentMaker } from '../document-maker.server.ts'
import { measuresContentOf } from './measures-content.domain.ts'
import { createMeasuresDocuments } from './measures-paper.server.ts'
import { reportMatters } from './report-matters.server.ts'

let database: TestDatabase
let folder: string
const documents = createMeetingDocuments({ processes: 1 })
const reports = createDocumentMaker({ processes: 1 })
const measures = createMeasuresDocuments({ processes: 1 })

beforeAll(async () => {
  database = await freshDatabase()
  folder = await mkdtemp(path.join(os.tmpdir(), 'matters-test-'))
})
afterAll(async () => {
  for (const maker of [documents, reports, measures]) maker.close()
  await rm(folder, { recursive: true })
  await database.drop()
})

test('the papers of a meeting that decides on the measures and the report hold both, as they were frozen', async () => {
  const ctx = await anAgency(database, '2024-11-08T03:00:00Z')
  const rows = approvalRows(database)
  const cycle = exampleCycle()
  const frozen = measuresContentOf(cycle)
  const meetingId = await rows.meeting(ctx, { bodyId: await rows.body(ctx) })
  const first = await rows.matter(ctx, frozen, { kind: 'measures' })
  const second = await rows.matter(ctx, contentOf(cycle))
  await rows.item(ctx, { meetingId, matterId: first.id, title: 'มาตรการ', position: 1 })
  await rows.item(ctx, { meetingId, matterId: second.id, title: 'รายงาน', position: 2 })

  const record = await findMeetingRecord(ctx, meetingId)
  if (!record) throw new Error('there is no such meeting')
  const made = await makePapersPack(
    ctx,
    { ...record, agencyName: 'สำนักงานทดสอบ' },
    {
      documents,
      sources: reportMatters({ render: reports.render, measures }),
      evidence: {
        store: createDiskStore(path.join(folder, 'store')),
        ...{ folder, mostBytes: 10_000_000, defaultQuota: null, isScanning: true, stored: () => {} },
        openings: createOpenings(),
        log,
      },
    },
  )
  if (!made.ok) throw new Error(made.error.detail)
  const pages = popplerPages(await readFile(made.value.file)).map((lines) => withoutSpaces(lines.join('')))
  await rm(made.value.folder, { recursive: true })

  // Cover and agenda, then the divider of the first item and its paper.
  const hash = contentHash(frozen)
  expect(first.contentHash).toBe(hash)
  expect(pages[3]).toContain('มาตรการส่งเสริมคุณธรรมและความโปร่งใสประจำปีงบประมาณพ.ศ.2567')
  const end = pages.findIndex((page) => page.includes(`ค่าแฮชของเนื้อหาที่เสนอ`) && page.includes('ผู้รับผิดชอบ'))
  expect(pages[end]).toContain(hash)
  const divider = pages.findIndex((page, at) => at > end && page.includes(second.contentHash))
  expect(divider).toBe(end + 1)
  expect(pages.slice(divider + 1).join('')).toContain(withoutSpaces(cycle.issues[6]?.title ?? 'no issue'))
})
