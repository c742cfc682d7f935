import { refusalOf } from '../../../kernel/permission.ts'
import { Notice } from '../../../ui/notice.tsx'
import { PageHead } from '../../../ui/page-head.tsx'
import { languageOf } from '../../../web/addresses.ts'
import { officeOf } from '../../../web/context.server.ts'
import { pageRefused } from '../../people/index.server.ts'
import { PEOPLE_POLICY } from '../../people/index.ts'
import { PermissionCards, PermissionTable } from '../parts/permission-table.tsx'
import { permissionsPageText } from '../text/pages.ts'
import type { Route } from './+types/permissions-page'

export async function loader({ context, request }: Route.LoaderArgs) {
  const { ctx, signedIn } = await officeOf(context)
  const refusal = refusalOf(PEOPLE_POLICY, 'permission.read', ctx.actor)
  if (refusal) throw await pageRefused(ctx, refusal)
  return {
    lang: languageOf(new URL(request.url).pathname),
    mine: [...new Set(signedIn.actor.roles.map(({ role }) => role))],
  }
}

export default function PermissionsPage({ loaderData: { lang, mine } }: Route.ComponentProps) {
  const text = permissionsPageText(lang)
  return (
    <>
      <title>{text.title}</title>
      <PageHead title={text.title} said={text.said} />
      <div className="stack">
        <PermissionTable lang={lang} mine={mine} />
        <PermissionCards lang={lang} mine={mine} />
        <Notice>{text.command}</Notice>
      </div>
    </>
  )
}
