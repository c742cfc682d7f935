import { randomUUID } from 'node:crypto'
import type { Tx } from '../../../platform/db/tenant.server.ts'

const KEPT_FOR_MS = 24 * 3_600_000
/** Most that one person finds again: a session that is over must not fill the database. */
const MOST_KEPT = 20

/** Fields of a form as they were typed, in order. */
type TypedFields = readonly (readonly [name: string, value: string])[]

type Keeping = Readonly<{
  agencyId: string
  personId: string
  /** Path of the page that the form was sent to. */
  address: string
  fields: TypedFields
  now: Date
}>

/** Keeps what somebody typed for a day; gives the identifier under which they find it again. */
export async function keepForm(tx: Tx, keeping: Keeping): Promise<string> {
  const { agencyId, personId, now } = keeping
  await forgetKeptForms(tx, keeping)
  const id = randomUUID()
  await tx
    .insertInto('kept_form')
    .values({
      agency_id: agencyId,
      id,
      person_id: personId,
      address: keeping.address,
      fields: JSON.stringify(keeping.fields),
      kept_at: now,
    })
    .execute()
  return id
}

/** What a person typed into the form of that page; null when it is not theirs, of another page, or gone. */
export async function findKeptForm(
  tx: Tx,
  which: { agencyId: string; personId: string; id: string; address: string; now: Date },
): Promise<TypedFields | null> {
  const row = await tx
    .selectFrom('kept_form')
    .select('fields')
    .where('agency_id', '=', which.agencyId)
    .where('person_id', '=', which.personId)
    .where('id', '=', which.id)
    .where('address', '=', which.address)
    .where('kept_at', '>=', new Date(which.now.getTime() - KEPT_FOR_MS))
    .executeTakeFirst()
  // The column holds what `keepForm` wrote.
  return row ? (row.fields as unknown as TypedFields) : null
}

/** Makes room for one more: what is older than a day goes, and the oldest of a person who has too many. */
async function forgetKeptForms(tx: Tx, { agencyId, personId, now }: Keeping): Promise<void> {
  await tx
    .deleteFrom('kept_form')
    .where('agency_id', '=', agencyId)
    .where('kept_at', '<', new Date(now.getTime() - KEPT_FOR_MS))
    .execute()
  await tx
    .deleteFrom('kept_form')
    .where('agency_id', '=', agencyId)
    .where('id', 'in', ({ selectFrom }) =>
      selectFrom('kept_form as earlier')
        .select('earlier.id')
        .where('earlier.agency_id', '=', agencyId)
        .where('earlier.person_id', '=', personId)
        .orderBy('earlier.kept_at', 'desc')
        .offset(MOST_KEPT - 1),
    )
    .execute()
}
