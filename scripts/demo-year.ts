import { readFileSync } from 'node:fs'
import path from 'node:path'
import { importScores, previewScores } from '../app/features/assessments/index.server.ts'
import {
  acceptMeasure,
  addProgress,
  copyCycle,
  findWorkingCycle,
  listSteps,
  returnMeasure,
  submitMeasure,
  takeUpVersion,
} from '../app/features/improvement/index.server.ts'
import { COPIED_PARTS } from '../app/features/improvement/index.ts'
import { ensureAgency, findAgencyForForm, listPeople } from '../app/features/people/index.server.ts'
import type { RoleName } from '../app/kernel/actor.ts'
import type { Result } from '../app/kernel/result.ts'
import { plain } from '../app/kernel/rich-text.ts'
import { thaiDay } from '../app/kernel/thai-day.ts'
import { readConfig } from '../app/platform/config/config.server.ts'
import type { Ctx } from '../app/platform/ctx.server.ts'
import { openDatabase } from '../app/platform/db/database.server.ts'
import { withAgency, withoutAgency } from '../app/platform/db/tenant.server.ts'
import { projectRoot } from '../app/platform/project-root.server.ts'
import { publicOrigin } from '../app/web/public-origin.ts'
import { demoWords } from './demo-words.th.ts'

/**
 * Work for the demo, by the use cases that everybody uses: the scores that the report quotes come in, the published year is
 * taken up, the next one is copied from it, and some of its measures are done, in review, returned and begun. A year that is open already stays as it is.
 */
const PUBLISHED = 2567
const AT_WORK = 2568

const config = readConfig()
if (!config.ok)
  throw new Error(config.error.map((fault) => `${fault.setting}: ${fault.message.en}`).join('\n'))
const { agencyCode, origin } = config.value
const database = await openDatabase(config.value, { log: () => {} })
try {
  const agency = await withoutAgency(database.db, (tx) => ensureAgency(tx, { code: agencyCode }))
  const ctx: Ctx = {
    db: database.db,
    actor: { kind: 'command', name: 'npm run demo' },
    now: () => new Date(),
    agency,
  }
  const { hostName } = await findAgencyForForm(ctx)
  const site = publicOrigin({ origin, hostName, host: undefined })

  await bringInScores(ctx)
  const taken = await takeUpVersion(ctx, { fiscalYear: PUBLISHED })
  if (!taken.ok && taken.error.code !== 'year.open-already') throw new Error(taken.error.code)
  if ((await findWorkingCycle(ctx, AT_WORK)) === null) {
    const choice = { issues: 'all', parts: new Set(COPIED_PARTS) } as const
    done(await copyCycle(ctx, { from: PUBLISHED, to: AT_WORK, choice }))
    await work(ctx, site)
  }
} finally {
  await database.close()
}

async function work(ctx: Ctx, site: string): Promise<void> {
  const cycle = await findWorkingCycle(ctx, AT_WORK)
  const measures = cycle?.issues.flatMap((issue) => issue.measures) ?? []
  const coordinator = await personAs(ctx, 'coordinator@dga.example', 'ita-coordinator')
  const [whole, waiting, short, begun] = measures.map(({ id }) => id)
  if (whole && waiting && short && begun) {
    for (const measureId of [whole, waiting, short])
      done(
        await submitMeasure(coordinator, {
          measureId,
          seenVersion: 1,
          seenStep: await lastStep(ctx, measureId),
          summary: {
            kind: 'text',
            text: plain(measureId === short ? demoWords.shortSummary : demoWords.summary),
          },
          answer: null,
          isConfirmed: true,
          origin: site,
        }),
      )
    const seen = async (measureId: string) => ({
      measureId,
      seenStep: await lastStep(ctx, measureId),
      origin: site,
    })
    done(await acceptMeasure(coordinator, { ...(await seen(whole)), seenVersion: 2 }))
    done(await returnMeasure(coordinator, { ...(await seen(short)), reason: demoWords.returned }))
    done(
      await addProgress(coordinator, {
        measureId: begun,
        happenedOn: thaiDay(ctx.now()),
        text: plain(demoWords.progress),
      }),
    )
  }
}

/** The same sheet again changes nothing. */
async function bringInScores(ctx: Ctx): Promise<void> {
  const fileName = 'scores.csv'
  const bytes = readFileSync(path.join(projectRoot, 'examples', 'dga-2567', fileName))
  const previewed = await previewScores(ctx, { bytes })
  done(previewed)
  if (previewed.ok)
    done(
      await importScores(ctx, { bytes, fileName, sourceNote: demoWords.scores, seen: previewed.value.seen }),
    )
}

/** The same agency, with one of its people at work. */
async function personAs(ctx: Ctx, email: string, role: RoleName): Promise<Ctx> {
  const { rows } = await listPeople(ctx, { text: email, unitId: null, role: null, state: null, page: 1 })
  const [person] = rows
  if (!person) throw new Error(`nobody with the address ${email}`)
  return {
    ...ctx,
    actor: { kind: 'person', id: person.id, name: person.name, roles: [{ role, unitId: null }] },
  }
}

async function lastStep(ctx: Ctx, measureId: string): Promise<string> {
  const steps = await withAgency(ctx.db, ctx.agency.id, (tx) =>
    listSteps(tx, { agencyId: ctx.agency.id, measureId }),
  )
  return steps[0]?.id ?? ''
}

function done(result: Result<unknown, Readonly<{ code: string }>>): void {
  if (!result.ok) throw new Error(result.error.code)
}
