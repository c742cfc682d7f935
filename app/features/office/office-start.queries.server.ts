import type { Language } from '../../i18n/language.ts'
import type { HeldRole } from '../../kernel/actor.ts'
import { refusalOf } from '../../kernel/permission.ts'
import type { Ctx } from '../../platform/ctx.server.ts'
import { countOwnTasks } from '../approvals/index.server.ts'
import { findNames, findOfficeFacts, listHoldersOf } from '../people/index.server.ts'
import { PEOPLE_POLICY } from '../people/index.ts'
import { listReports } from '../reports/index.server.ts'
import { countWaitingMail } from './mail-waiting.queries.server.ts'
import { OFFICE_POLICY } from './office.policy.ts'
import { firstSteps, type StartFacts, tasksFor } from './office-start.domain.ts'
import { readWorkOfPerson } from './overview/year-overview.queries.server.ts'

type Asked = Readonly<{
  personId: string
  roles: readonly HeldRole[]
  isMailOn: boolean
  failingAddresses: number
  operation: StartFacts['operation']
  lang: Language
}>

/** Everything that the first page of the office shows to one person. */
export async function readOfficeStart(
  ctx: Ctx,
  { personId, roles, isMailOn, failingAddresses, operation, lang }: Asked,
) {
  const { own, ...facts } = await findOfficeFacts(ctx, { personId, lang })
  const years = (await listReports(ctx)).map(({ fiscalYear }) => fiscalYear)
  const all: StartFacts = {
    ...facts,
    ...own,
    reports: years.length,
    isMailOn,
    failingAddresses,
    operation,
    resolutionTasks: await countOwnTasks(ctx),
    waitingMail: await countWaitingMail(ctx),
    mayKeepMail: refusalOf(OFFICE_POLICY, 'outbox.read', ctx.actor) === null,
    mayStartAgency: refusalOf(PEOPLE_POLICY, 'agency.change', ctx.actor) === null,
  }
  const names = await findNames(ctx, { ids: roles.flatMap(({ unitId }) => unitId ?? []), lang })
  return {
    steps: firstSteps(all),
    tasks: tasksFor(all),
    /** Years at work that the person may read, and what waits for them there. */
    work: await readWorkOfPerson(ctx),
    roles: roles.map(({ role, unitId }) => ({
      role,
      unitName: unitId === null ? null : (names[unitId] ?? null),
    })),
    /** Whom somebody without a role may ask for one. */
    roleGivers:
      roles.length === 0
        ? (await listHoldersOf(ctx, PEOPLE_POLICY['role.change'].roles)).map(({ name }) => name)
        : [],
    years,
  }
}
export type OfficeStart = Awaited<ReturnType<typeof readOfficeStart>>
