import { refusalOf } from '../../../../kernel/permission.ts'
import { err, ok, type Result } from '../../../../kernel/result.ts'
import { writeAudit } from '../../../../platform/audit/audit.server.ts'
import { type Ctx, inTransaction } from '../../../../platform/ctx.server.ts'
import { announce } from '../../../../platform/db/listen.server.ts'
import { listAgencyHosts } from '../../agency.repo.server.ts'
import { PEOPLE_POLICY } from '../../people.policy.ts'
import { holdAgency } from '../../sign-in/person.repo.server.ts'
import { type AgencyFacts, foldHostName } from '../agency-facts.domain.ts'
import { findAgencyFacts, saveAgencyFacts } from '../agency-facts.repo.server.ts'
import { AGENCY_TYPES } from '../agency-type.table.ts'
import type { DirectoryError } from '../directory.errors.ts'

/** `hostConfirmed`: somebody said that the new host name leads here. A wrong one shuts everybody out. */
export type ChangeAgency = Readonly<{ facts: AgencyFacts; hostConfirmed: boolean }>

/** Changes what the agency says of itself; false when nothing was different. Pages and processes hear of it. */
export function changeAgency(
  ctx: Ctx,
  { facts: typed, hostConfirmed }: ChangeAgency,
): Promise<Result<boolean, DirectoryError>> {
  return inTransaction<boolean, DirectoryError>(ctx, async (tx) => {
    const refusal = refusalOf(PEOPLE_POLICY, 'agency.change', ctx.actor)
    if (refusal) return err(refusal)
    const cleaned = cleanFacts(typed)
    if (!cleaned.ok) return cleaned
    const facts = cleaned.value
    await holdAgency(tx, ctx.agency.id)
    const was = await findAgencyFacts(tx, ctx.agency.id)
    if (facts.hostName !== was.hostName) {
      const hosts = await listAgencyHosts(tx)
      const isTaken = hosts.some(
        ({ id, hostName }) => id !== ctx.agency.id && hostName !== null && hostName === facts.hostName,
      )
      if (isTaken) return err({ code: 'agency.host-taken' })
      if (!hostConfirmed) return err({ code: 'agency.host-unconfirmed' })
    }
    const changed = (Object.keys(facts) as (keyof AgencyFacts)[]).filter((key) => facts[key] !== was[key])
    if (changed.length === 0) return ok(false)
    await saveAgencyFacts(tx, ctx.agency.id, facts)
    await announce(tx, 'published')
    await writeAudit(tx, {
      agencyId: ctx.agency.id,
      actor: ctx.actor,
      action: 'agency.changed',
      object: { kind: 'agency', id: ctx.agency.id },
      detail: { fields: changed.join(', ') },
    })
    return ok(true)
  })
}

function cleanFacts(typed: AgencyFacts): Result<AgencyFacts, DirectoryError> {
  const text = (value: string | null) => value?.replace(/\s+/gu, ' ').trim() || null
  const facts = {
    nameTh: text(typed.nameTh),
    nameEn: text(typed.nameEn),
    shortName: text(typed.shortName),
    agencyType: text(typed.agencyType),
    ministry: text(typed.ministry),
    hostName: text(typed.hostName),
  }
  if (facts.nameTh === null) return err({ code: 'agency.no-name' })
  if (facts.agencyType !== null && !AGENCY_TYPES.some((type) => type === facts.agencyType))
    return err({ code: 'agency.bad-type' })
  const hostName = facts.hostName === null ? null : foldHostName(facts.hostName)
  if (facts.hostName !== null && hostName === null) return err({ code: 'agency.bad-host' })
  return ok({ ...facts, hostName })
}
