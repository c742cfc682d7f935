import { insertEvidence } from '../../app/features/evidence/evidence.repo.server.ts'
import { ensureAgency } from '../../app/features/people/index.server.ts'
import { openSession, rememberBrowser } from '../../app/features/people/sign-in/session.repo.server.ts'
import { aValue, missing } from '../../app/kernel/field.ts'
import { plain } from '../../app/kernel/rich-text.ts'
import { readConfig } from '../../app/platform/config/config.server.ts'
import type { Ctx } from '../../app/platform/ctx.server.ts'
import { openDatabase } from '../../app/platform/db/database.server.ts'
import { withAgency, withoutAgency } from '../../app/platform/db/tenant.server.ts'
import { aPerson } from './agency-at-work.ts'
import { aMeasureAtWork, anIssueAtWork, anOpenYear, aUnit } from './working-builders.ts'

const PER_ISSUE = 10
const UNITS = 12
const STATES = ['not-started', 'working', 'in-review', 'returned', 'done'] as const

type Asked = Readonly<{ fiscalYear: number; measures: number; evidence: number }>

/**
 * Fills the database of the settings with a year of that size, each piece of evidence attached to one measure, and signs its
 * coordinator in. Gives the `Cookie` header of their browser.
 */
export async function seedLargeYear(env: Record<string, string>, asked: Asked): Promise<string> {
  const config = readConfig(env)
  if (!config.ok) throw new Error('settings cannot be read')
  const database = await openDatabase(config.value, { log: () => {} })
  try {
    const agency = await withoutAgency(database.db, (tx) =>
      ensureAgency(tx, { code: config.value.agencyCode }),
    )
    const ctx: Ctx = {
      db: database.db,
      agency,
      now: () => new Date(),
      actor: { kind: 'command', name: 'bench' },
    }
    await addWork(ctx, asked)
    return await coordinatorsCookie(ctx)
  } finally {
    await database.close()
  }
}

async function addWork(ctx: Ctx, { fiscalYear, measures, evidence }: Asked): Promise<void> {
  const cycleId = await anOpenYear(ctx, { fiscalYear })
  const units: string[] = []
  for (let number = 1; number <= UNITS; number += 1) units.push(await aUnit(ctx, `U${number}`))
  const ids: string[] = []
  let issueId = ''
  for (let number = 0; number < measures; number += 1) {
    const position = number % PER_ISSUE
    if (position === 0)
      issueId = await anIssueAtWork(ctx, {
        cycleId,
        position: number / PER_ISSUE + 1,
        title: `ประเด็นการใช้ทรัพย์สินของราชการ ${number}`,
        analysis: plain('ผลการประเมินพบว่าบุคลากรบางส่วนยังไม่ทราบแนวปฏิบัติในการยืมทรัพย์สิน '.repeat(10)),
      })
    const month = String((number % 9) + 1).padStart(2, '0')
    ids.push(
      await aMeasureAtWork(ctx, {
        cycleId,
        issueId,
        position: position + 1,
        state: STATES[number % STATES.length] ?? 'working',
        text: aValue(plain(`จัดทำและเผยแพร่แนวปฏิบัติในการใช้ทรัพย์สินของราชการ ลำดับที่ ${number}`)),
        period: aValue({ written: '', start: '2025-01-01', end: `2025-${month}-28` }),
        summary: number % 2 === 0 ? aValue(plain('ดำเนินการครบถ้วนตามแผน '.repeat(20))) : missing,
        unitIds: [units[number % UNITS] ?? '', units[(number + 5) % UNITS] ?? ''],
      }),
    )
  }
  await withAgency(ctx.db, ctx.agency.id, async (tx) => {
    for (let number = 0; number < evidence; number += 1) {
      const evidenceId = await insertEvidence(tx, {
        agencyId: ctx.agency.id,
        facts: {
          title: `หลักฐาน ${number}`,
          note: null,
          evidenceDate: null,
          expiresOn: null,
          isConfidential: false,
          unitId: null,
        },
        source: { kind: 'link', link: `https://agency.example/${number}` },
        by: ctx.actor,
        at: ctx.now(),
      })
      await tx
        .insertInto('evidence_use')
        .values({
          agency_id: ctx.agency.id,
          evidence_id: evidenceId,
          object_kind: 'measure',
          object_id: ids[number % ids.length] ?? '',
          used_by_name: 'bench',
          used_at: ctx.now(),
        })
        .execute()
    }
  })
}

async function coordinatorsCookie(ctx: Ctx): Promise<string> {
  const { id: personId } = await aPerson(ctx, { role: 'ita-coordinator' })
  return withAgency(ctx.db, ctx.agency.id, async (tx) => {
    const whose = { agencyId: ctx.agency.id, personId, now: ctx.now() }
    const { token } = await openSession(tx, {
      ...whose,
      method: 'passkey',
      hasSecondFactor: true,
      userAgent: '',
    })
    const browser = await rememberBrowser(tx, { ...whose, token: null })
    return `__Host-session=${ctx.agency.id}.${token}; __Host-browser=${ctx.agency.id}.${browser}`
  })
}
