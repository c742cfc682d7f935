import { refusalOf } from '../../../kernel/permission.ts'
import { languageOf } from '../../../web/addresses.ts'
import { officeOf } from '../../../web/context.server.ts'
import { PEOPLE_POLICY } from '../people.policy.ts'
import { pageRefused, permissionRefused } from '../permission-refused.server.ts'
import { rosterTemplate } from '../roster/roster-export.domain.ts'
import { exportRoster } from '../roster/usecases/export-roster.server.ts'
import { type RosterFile, writeRoster } from '../roster/write-roster.server.ts'
import type { Route } from './+types/roster-file'

/** The roster as a file (`format` is `xlsx` or `csv`), or with `template` the heads alone. */
export async function loader({ context, request }: Route.LoaderArgs) {
  const { pathname, searchParams } = new URL(request.url)
  const lang = languageOf(pathname)
  const { ctx } = await officeOf(context)
  if (searchParams.get('template') === '1') {
    const refusal = refusalOf(PEOPLE_POLICY, 'roster.import', ctx.actor)
    if (refusal) throw await pageRefused(ctx, refusal)
    return download(
      await writeRoster(rosterTemplate(lang), { format: 'xlsx', lang, name: 'roster-template' }),
    )
  }
  const format = searchParams.get('format') === 'csv' ? 'csv' : 'xlsx'
  const exported = await exportRoster(ctx, { format, lang })
  if (exported.ok) return download(exported.value)
  if (exported.error.code === 'permission.refused') throw await permissionRefused(ctx, exported.error)
  throw new Error(exported.error.code)
}

const download = ({ bytes, type, fileName }: RosterFile): Response =>
  new Response(new Uint8Array(bytes), {
    headers: { 'Content-Type': type, 'Content-Disposition': `attachment; filename="${fileName}"` },
  })
