import type { Language } from '../../i18n/language.ts'
import {
  type AuditChoices,
  type AuditFilter,
  auditChoices,
  auditHead,
  listAudit,
} from '../../platform/audit/audit.queries.server.ts'
import type { AuditBreak, AuditEntry, AuditHead } from '../../platform/audit/audit-chain.ts'
import { verifyChain } from '../../platform/audit/verify-audit.server.ts'
import type { Ctx } from '../../platform/ctx.server.ts'
import { withAgency } from '../../platform/db/tenant.server.ts'
import { findNames } from '../people/index.server.ts'

const ENTRIES_A_PAGE = 50
/** A chain of this length is read within a page's time; a longer one is checked when somebody asks for it. */
const CHECKED_AT_ONCE = 5000

export type AuditPage = Readonly<{
  /** The newest first. */
  entries: readonly AuditEntry[]
  /** The number before which the next page begins; null on the last. */
  older: number | null
  choices: AuditChoices
  /** Names of the people and units that the entries are about, by identifier. */
  names: Readonly<Record<string, string>>
  chain: AuditChain
}>

/** `unchecked`: too long to be read for every page. */
export type AuditChain = Readonly<{ head: AuditHead | null }> &
  (Readonly<{ state: 'whole' | 'unchecked' }> | Readonly<{ state: 'broken'; broken: AuditBreak }>)

type Asked = Readonly<{
  filter: AuditFilter
  before: number | undefined
  /** Whether the chain is to be read whatever its length. */
  isCheckAsked: boolean
  lang: Language
}>

/** One page of the audit log. Whether the reader may see it is for the caller to ask. */
export async function readAuditPage(ctx: Ctx, asked: Asked): Promise<AuditPage> {
  const agencyId = ctx.agency.id
  const { filter, before, lang } = asked
  const { found, choices, head } = await withAgency(ctx.db, agencyId, async (tx) => ({
    found: await listAudit(tx, { agencyId, filter, before, limit: ENTRIES_A_PAGE + 1 }),
    choices: await auditChoices(tx, agencyId),
    head: await auditHead(tx, agencyId),
  }))
  const entries = found.slice(0, ENTRIES_A_PAGE)
  return {
    entries,
    older: found.length > entries.length ? (entries.at(-1)?.seq ?? null) : null,
    choices,
    names: await findNames(ctx, { ids: entries.map(({ objectId }) => objectId), lang }),
    chain: await readChain(ctx, { head, isCheckAsked: asked.isCheckAsked }),
  }
}

async function readChain(
  ctx: Ctx,
  { head, isCheckAsked }: { head: AuditHead | null; isCheckAsked: boolean },
): Promise<AuditChain> {
  if (!isCheckAsked && (head?.seq ?? 0) > CHECKED_AT_ONCE) return { head, state: 'unchecked' }
  const { broken } = await verifyChain(ctx.db, ctx.agency.id)
  return broken ? { head, state: 'broken', broken } : { head, state: 'whole' }
}
