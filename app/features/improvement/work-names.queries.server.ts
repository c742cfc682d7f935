import type { Language } from '../../i18n/language.ts'
import { isUuid } from '../../kernel/uuid.ts'
import type { Ctx } from '../../platform/ctx.server.ts'
import { type Tx, withAgency } from '../../platform/db/tenant.server.ts'
import type { EvidenceObject, EvidenceObjectKind } from '../evidence/index.ts'
import { ISSUE_NUMBER, placesOf } from './measures/place.queries.server.ts'
import { measureTitle, shortTitle } from './measures/short-title.domain.ts'
import { workNameText } from './text/index.ts'

type Named = Readonly<{ title: string; part: string }>
type Asked = Readonly<{ agencyId: string; lang: Language; ids: readonly string[] }>

/**
 * What measures, outcomes and issues are called, by `${kind} ${id}`, and the part of their address behind /office/. What is
 * gone, and what is of another room, is left out. At most three statements.
 */
export function findWorkNames(
  ctx: Ctx,
  uses: readonly EvidenceObject[],
  lang: Language,
): Promise<ReadonlyMap<string, Named>> {
  const idsOf = (kind: EvidenceObjectKind) => [
    ...new Set(uses.filter((use) => use.kind === kind && isUuid(use.id)).map(({ id }) => id)),
  ]
  return withAgency(ctx.db, ctx.agency.id, async (tx) => {
    const asked = (kind: EvidenceObjectKind): Asked => ({ agencyId: ctx.agency.id, lang, ids: idsOf(kind) })
    return new Map([
      ...(await measureNames(tx, asked('measure'))),
      ...(await issueNames(tx, asked('issue'))),
      ...(await outcomeNames(tx, asked('outcome'))),
    ])
  })
}

async function measureNames(tx: Tx, { agencyId, lang, ids }: Asked) {
  const places = await placesOf(tx, { agencyId, measureIds: ids })
  return [...places].map(([id, place]): [string, Named] => [
    `measure ${id}`,
    { title: workNameText(lang).measure(measureTitle(place)), part: `measures/${id}` },
  ])
}

async function issueNames(tx: Tx, { agencyId, lang, ids }: Asked) {
  if (ids.length === 0) return []
  const rows = await tx
    .selectFrom('working_issue as i')
    .select(['i.id', 'i.title', ISSUE_NUMBER.as('number')])
    .where('i.agency_id', '=', agencyId)
    .where('i.id', 'in', ids)
    .where('i.removed_at', 'is', null)
    .execute()
  return rows.map((row): [string, Named] => [
    `issue ${row.id}`,
    { title: workNameText(lang).issue(row.number, shortTitle(row.title)), part: `issues/${row.id}` },
  ])
}

async function outcomeNames(tx: Tx, { agencyId, lang, ids }: Asked) {
  if (ids.length === 0) return []
  const rows = await tx
    .selectFrom('working_outcome as o')
    .innerJoin('working_issue as i', (join) =>
      join.onRef('i.agency_id', '=', 'o.agency_id').onRef('i.id', '=', 'o.issue_id'),
    )
    .select(['o.id', 'i.title', ISSUE_NUMBER.as('number')])
    .where('o.agency_id', '=', agencyId)
    .where('o.id', 'in', ids)
    .where('o.removed_at', 'is', null)
    .where('i.removed_at', 'is', null)
    .execute()
  return rows.map((row): [string, Named] => [
    `outcome ${row.id}`,
    { title: workNameText(lang).outcome(row.number, shortTitle(row.title)), part: `outcomes/${row.id}` },
  ])
}
