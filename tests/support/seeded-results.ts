import { foldSums, insertBatch } from '../../app/features/assessments/answers/answers.repo.server.ts'
import { savePeers } from '../../app/features/assessments/peers/peer.repo.server.ts'
import type { ColumnMapping } from '../../app/features/assessments/reading/mapping.domain.ts'
import { saveScores } from '../../app/features/assessments/score.repo.server.ts'
import { insertSnapshot } from '../../app/features/assessments/snapshots/snapshot.repo.server.ts'
import { saveMappingOf } from '../../app/features/assessments/uploads/mapping.repo.server.ts'
import { insertUpload } from '../../app/features/assessments/uploads/upload.repo.server.ts'
import { itemRef } from '../../app/kernel/item-ref.ts'
import type { Tx } from '../../app/platform/db/tenant.server.ts'

export type SeededResults = Readonly<{ uploadId: string; snapshotId: string; secrets: readonly string[] }>

/** Results of a year with one of everything, whose words and figures stand nowhere else. */
export async function seedResults(
  tx: Tx,
  { agencyId, code, now }: Readonly<{ agencyId: string; code: string; now: Date }>,
): Promise<SeededResults> {
  const words = {
    file: `ไฟล์ผลลับ-${code}`,
    waiting: `ไฟล์รอลับ-${code}`,
    mapping: `วิธีอ่านลับ-${code}`,
    snapshot: `ชุดผลลับ-${code}`,
    peer: `หน่วยงานอื่นลับ-${code}`,
    answers: `ไฟล์คำตอบลับ-${code}`,
  }
  const mapping: ColumnMapping = {
    columns: [],
    year: null,
    instrumentScale: null,
    agency: null,
    fillDown: false,
    levels: {},
  }
  const sha256 = 'a'.repeat(64)
  const catalogue = { hash: sha256, frameworks: {} }
  const whose = { agencyId, at: now, by: 'test' }
  const source = { ...whose, sha256, catalogue, sourceNote: null }
  const value = code === 'one' ? '61.37' : '62.73'
  await saveScores(tx, {
    ...source,
    fileName: words.file,
    scores: [
      {
        year: 2567,
        ref: itemRef(2567, 'e1'),
        value,
        nAnswered: null,
        nRequired: null,
        sheet: null,
        row: 2,
      },
    ],
  })
  await insertBatch(tx, {
    ...source,
    year: 2567,
    fileName: words.answers,
    sha256,
    batch: { instrument: 'IIT', columns: ['i1'], nRespondents: 1, answers: Uint8Array.of(1) },
  })
  // As an import does: `verify` counts the kept answers again.
  await foldSums(tx, { agencyId, year: 2567, counts: new Map([['i1', [0, 1]]]) })
  await savePeers(tx, {
    ...whose,
    fileName: words.peer,
    sha256,
    sourceNote: null,
    mapping,
    rows: [
      {
        row: 2,
        year: 2567,
        nameKey: words.peer,
        agency: { name: words.peer, code: null, kind: null, ministry: null, province: null },
        totals: { total: '80.00', IIT: null, EIT: null, OIT: null },
        level: null,
        indicators: Array.from({ length: 10 }, () => null),
      },
    ],
  })
  await saveMappingOf(tx, { ...whose, purpose: 'scores', headKey: sha256, name: words.mapping, mapping })
  const snapshotId = await insertSnapshot(tx, {
    ...whose,
    name: words.snapshot,
    content: { schema: 'prongsai.score-snapshot/1', catalogue, years: [] },
    contentHash: sha256,
  })
  const uploadId = await insertUpload(tx, agencyId, {
    purpose: 'scores',
    fileName: words.waiting,
    sha256,
    content: Buffer.from(`ปี,ข้อ,คะแนน\n2567,e1,${value}\n`),
    mapping: null,
    sourceNote: null,
    keptAt: now,
    keptBy: 'test',
  })
  return { uploadId, snapshotId, secrets: [...Object.values(words), value, uploadId, snapshotId] }
}
