import { sql } from 'kysely'
import type { Tx } from '../../../platform/db/tenant.server.ts'
import { DRAFT_LIFETIME_MS, type Draft, type DraftFields, MOST_DRAFTS } from './draft.domain.ts'

type Owner = Readonly<{ agencyId: string; personId: string }>

/**
 * Keeps what was typed last into a form. False when what is there is younger, or the form was saved or its draft thrown away
 * after this was typed.
 */
export async function keepDraft(tx: Tx, { agencyId, personId }: Owner, draft: Draft): Promise<boolean> {
  const written = { ...columnsOf(draft), kept_at: draft.keptAt }
  const row = await tx
    .insertInto('draft')
    .values({ agency_id: agencyId, person_id: personId, form: draft.form, ...written })
    .onConflict((conflict) =>
      conflict
        .columns(['agency_id', 'person_id', 'form'])
        .doUpdateSet(written)
        .where('draft.kept_at', '<', draft.keptAt),
    )
    .returning('form')
    .executeTakeFirst()
  return row !== undefined
}

/** Leaves nothing of a draft but when it ended. */
export async function endDraft(
  tx: Tx,
  { agencyId, personId }: Owner,
  { form, at }: { form: string; at: Date },
): Promise<void> {
  const written = { ...columnsOf({ title: '', begins: '', fields: [], seenVersion: null }), kept_at: at }
  await tx
    .insertInto('draft')
    .values({ agency_id: agencyId, person_id: personId, form, ...written })
    .onConflict((conflict) => conflict.columns(['agency_id', 'person_id', 'form']).doUpdateSet(written))
    .execute()
}

/** Makes room: what is too old goes, and of a person who has too many first what has ended, then the oldest. */
export async function sweepDrafts(tx: Tx, { agencyId, personId }: Owner, now: Date): Promise<void> {
  await tx
    .deleteFrom('draft')
    .where('agency_id', '=', agencyId)
    .where('kept_at', '<', new Date(now.getTime() - DRAFT_LIFETIME_MS))
    .execute()
  await tx
    .deleteFrom('draft')
    .where('agency_id', '=', agencyId)
    .where('person_id', '=', personId)
    .where('form', 'in', ({ selectFrom }) =>
      selectFrom('draft as kept')
        .select('kept.form')
        .where('kept.agency_id', '=', agencyId)
        .where('kept.person_id', '=', personId)
        .orderBy(sql`kept.fields = '[]'`)
        .orderBy('kept.kept_at', 'desc')
        .offset(MOST_DRAFTS),
    )
    .execute()
}

/** The drafts of a person, the youngest first; only that of one form where it is named. */
export async function listDraftRows(
  tx: Tx,
  { agencyId, personId }: Owner,
  { now, form }: { now: Date; form?: string },
): Promise<readonly Draft[]> {
  const rows = await tx
    .selectFrom('draft')
    .select(['form', 'title', 'begins', 'fields', 'seen_version', 'kept_at'])
    .where('agency_id', '=', agencyId)
    .where('person_id', '=', personId)
    .where('kept_at', '>=', new Date(now.getTime() - DRAFT_LIFETIME_MS))
    .where(sql<boolean>`fields <> '[]'`)
    .$if(form !== undefined, (query) => query.where('form', '=', form ?? ''))
    .orderBy('kept_at', 'desc')
    .orderBy('form')
    .execute()
  return rows.map((row) => ({
    form: row.form,
    title: row.title,
    begins: row.begins,
    // The column holds what `keepDraft` wrote.
    fields: row.fields as unknown as DraftFields,
    seenVersion: row.seen_version,
    keptAt: row.kept_at,
  }))
}

type Written = Pick<Draft, 'title' | 'begins' | 'fields' | 'seenVersion'>

const columnsOf = ({ title, begins, fields, seenVersion }: Written) => ({
  title,
  begins,
  fields: JSON.stringify(fields),
  seen_version: seenVersion,
})
