import { insertEvidence } from '../../app/features/evidence/evidence.repo.server.ts'
import {
  insertCycle,
  insertIssue,
  insertMeasure,
  insertOutcome,
} from '../../app/features/improvement/working/working.repo.server.ts'
import { aValue } from '../../app/kernel/field.ts'
import { plain } from '../../app/kernel/rich-text.ts'
import type { Tx } from '../../app/platform/db/tenant.server.ts'
import { seedResults } from './seeded-results.ts'
import { issueFacts, measureFacts, reportFacts } from './working-builders.ts'

export type SeededWork = Readonly<{
  ids: Readonly<{
    issueId: string
    measureId: string
    outcomeId: string
    evidenceId: string
    uploadId: string
  }>
  secrets: readonly string[]
}>

/** A year at work and results with one of everything, whose words stand nowhere else. */
export async function seedWork(
  tx: Tx,
  { agencyId, code, unit, now }: Readonly<{ agencyId: string; code: string; unit: string; now: Date }>,
): Promise<SeededWork> {
  const words = {
    issue: `ประเด็นลับ-${code}`,
    measure: `มาตรการลับ-${code}`,
    outcome: `ผลลัพธ์ลับ-${code}`,
    evidence: `หลักฐานลับ-${code}`,
  }
  const cycleId = await insertCycle(tx, {
    agencyId,
    fiscalYear: 2567,
    facts: reportFacts(),
    at: now,
    by: 'test',
  })
  const issueId = await insertIssue(tx, {
    agencyId,
    cycleId,
    position: 1,
    facts: issueFacts({ title: words.issue }),
  })
  const measureId = await insertMeasure(tx, {
    agencyId,
    cycleId,
    issueId,
    position: 1,
    printedNumber: null,
    state: 'working',
    facts: measureFacts({ text: aValue(plain(words.measure)), unitIds: [unit] }),
  })
  const outcomeId = await insertOutcome(tx, {
    agencyId,
    issueId,
    position: 1,
    facts: { covers: [measureId], text: aValue(plain(words.outcome)), facts: [], picked: [] },
  })
  const evidenceId = await insertEvidence(tx, {
    agencyId,
    facts: {
      title: words.evidence,
      note: null,
      evidenceDate: null,
      expiresOn: null,
      isConfidential: false,
      unitId: unit,
    },
    source: { kind: 'link', link: `https://secret-${code}.example/` },
    by: { kind: 'command', name: 'test' },
    at: now,
  })
  const results = await seedResults(tx, { agencyId, code, now })
  return {
    ids: { issueId, measureId, outcomeId, evidenceId, uploadId: results.uploadId },
    secrets: [
      ...Object.values(words),
      ...results.secrets,
      `secret-${code}.example`,
      issueId,
      measureId,
      outcomeId,
      evidenceId,
    ],
  }
}
