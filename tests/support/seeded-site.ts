import { createHash, randomUUID } from 'node:crypto'
import { insertFact } from '../../app/features/disclosure/fact.repo.server.ts'
import { insertWorkPage } from '../../app/features/site/pages/page.repo.server.ts'
import { readPageForm } from '../../app/features/site/pages/page-form.domain.ts'
import type { WatchFacts } from '../../app/features/watch/watch.domain.ts'
import type { Tx } from '../../app/platform/db/tenant.server.ts'
import { contentHash } from '../../app/platform/hash/content-hash.ts'

export type SeededSite = Readonly<{
  ids: Readonly<{ pageId: string; slug: string; factId: string; captureId: string; sha256: string }>
  secrets: readonly string[]
}>

const NOTHING_SEEN: WatchFacts = {
  redirects: [],
  certificate: null,
  elements: [],
  menuLinks: [],
  pages: null,
  accessibility: null,
  excerpt: null,
  drift: [],
}

/** A page that is not public, a disclosed fact, a capture and a public file, whose words stand nowhere else. */
export async function seedSite(
  tx: Tx,
  { agencyId, code, unit, now }: Readonly<{ agencyId: string; code: string; unit: string; now: Date }>,
): Promise<SeededSite> {
  const words = { page: `หน้าลับ-${code}`, fact: `ข้อมูลลับ-${code}`, address: `https://seen-${code}.example/` }
  const slug = `secret-page-${code}`
  const sha256 = createHash('sha256').update(code).digest('hex')
  const made = { at: now, byName: 'test' }
  const { facts } = readPageForm('page', { titleTh: words.page, slug, unitId: unit }, [])
  const pageId = await insertWorkPage(tx, {
    agencyId,
    facts,
    contentHash: contentHash(facts.content),
    ...made,
  })
  const factId = randomUUID()
  await insertFact(tx, {
    agencyId,
    id: factId,
    unitId: unit,
    content: {
      kind: 'text',
      title: { th: words.fact, en: null },
      words: words.fact,
      address: null,
      date: null,
    },
    file: null,
    ...made,
  })
  const [checkId, captureId] = [randomUUID(), randomUUID()]
  await tx
    .insertInto('watch_check')
    .values({
      agency_id: agencyId,
      id: checkId,
      address: words.address,
      asked_by: 'person',
      started_at: now,
      duration_ms: 1,
      facts: JSON.stringify(NOTHING_SEEN),
      findings: '[]',
      passes: false,
    })
    .execute()
  await tx
    .insertInto('watch_capture')
    .values({
      agency_id: agencyId,
      id: captureId,
      address: words.address,
      check_id: checkId,
      reason: 'person',
      captured_at: now,
      captured_by_name: 'test',
      media_type: 'application/pdf',
      file_name: 'report-2567.pdf',
      size: 1,
      sha256,
      record_size: 1,
      record_sha256: sha256,
    })
    .execute()
  await tx
    .insertInto('public_file')
    .values({
      agency_id: agencyId,
      sha256,
      file_name: 'report-2567.pdf',
      media_type: 'application/pdf',
      size: 1,
      made_public_at: now,
      made_public_by_name: 'test',
    })
    .execute()
  return {
    ids: { pageId, slug, factId, captureId, sha256 },
    secrets: [...Object.values(words), pageId, factId, captureId],
  }
}
