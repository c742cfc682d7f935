import { isUuid } from '../../../kernel/uuid.ts'
import type { Ctx } from '../../../platform/ctx.server.ts'
import { withAgency } from '../../../platform/db/tenant.server.ts'
import { isSealed } from '../../../web/addresses.ts'
import { isSecretField } from '../../../web/secret-field.ts'
import type { TypedFields } from '../../../web/visit.ts'
import { findKeptForm, keepForm } from './kept-form.repo.server.ts'

const MOST_BYTES = 1_000_000

/**
 * Keeps a form that was sent after the session had ended, for whom the session was. Null where there is nothing to keep: no
 * form, a file alone, or more than a megabyte; and where nothing may be kept, in the protected channel.
 */
export async function keepSentForm(
  ctx: Ctx,
  { personId, address, request }: { personId: string; address: string; request: Request },
): Promise<string | null> {
  if (isSealed(address)) return null
  const fields = await textFieldsOf(request)
  if (fields.length === 0) return null
  return withAgency(ctx.db, ctx.agency.id, (tx) =>
    keepForm(tx, { agencyId: ctx.agency.id, personId, address, fields, now: ctx.now() }),
  )
}

/** What that person typed into the form of that page before. */
export async function findKept(
  ctx: Ctx,
  which: { personId: string; id: string; address: string },
): Promise<TypedFields | null> {
  if (!isUuid(which.id)) return null
  return withAgency(ctx.db, ctx.agency.id, (tx) =>
    findKeptForm(tx, { ...which, agencyId: ctx.agency.id, now: ctx.now() }),
  )
}

async function textFieldsOf(request: Request): Promise<TypedFields> {
  const length = request.headers.get('content-length')
  if (!length || !(Number(length) <= MOST_BYTES)) return []
  const form = await request.formData().catch(() => null)
  return [...(form ?? [])].flatMap(([name, value]) =>
    typeof value === 'string' && !isSecretField(name) ? [[plain(name), plain(value)] as const] : [],
  )
}

/** The database takes no text with a zero character, and nobody types one. */
const plain = (text: string): string => text.replaceAll('\0', '')
