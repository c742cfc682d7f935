import { Outlet, useLocation } from 'react-router'
import { fiscalYearOf } from '../../../kernel/thai-date.ts'
import { thaiDay } from '../../../kernel/thai-day.ts'
import { addressOf, languageOf } from '../../../web/addresses.ts'
import { nameOf } from '../../../web/app.server.ts'
import { officeOf, visitOf } from '../../../web/context.server.ts'
import { findOwnFrame } from '../../people/index.server.ts'
import { countWaitingMail } from '../mail-waiting.queries.server.ts'
import { menuFor } from '../office-entries.domain.ts'
import { OfficeFault } from '../parts/office-fault.tsx'
import { OfficeFrame, type OfficeFrameData } from '../parts/office-frame.tsx'
import { shortcutsFor } from '../shortcuts/shortcuts.domain.ts'
import { officeText } from '../text/index.ts'
import type { Route } from './+types/office-layout'

export async function loader({ context, request }: Route.LoaderArgs): Promise<OfficeFrameData> {
  const lang = languageOf(new URL(request.url).pathname)
  const { agency, ctx, signedIn } = await officeOf(context)
  const { actor } = signedIn
  const isWhole = signedIn.standing === 'full'
  const own = isWhole ? await findOwnFrame(ctx) : null
  const fiscalYear = fiscalYearOf(thaiDay(ctx.now()))
  const { nonce } = visitOf(context)
  const menu = menuFor(actor, {
    isWhole,
    waiting: { mail: await countWaitingMail(ctx), notices: own?.unread ?? 0 },
  })
  return {
    lang,
    agencyName: nameOf(agency, lang),
    fiscalYear,
    person: { name: signedIn.person.name, roles: [...new Set(actor.roles.map(({ role }) => role))] },
    menu,
    own: own && {
      nonce,
      unread: own.unread,
      shortcuts: own.hasShortcuts ? shortcutsFor(menu, fiscalYear) : null,
    },
    drafts: isWhole ? { nonce, personId: signedIn.person.id, now: ctx.now() } : null,
  }
}

export default function OfficeLayout({ loaderData }: Route.ComponentProps) {
  return (
    <OfficeFrame frame={loaderData}>
      <Outlet />
    </OfficeFrame>
  )
}

/** Stands in the frame where the frame is known, and by itself where even that could not be read. */
export function ErrorBoundary({ error, loaderData }: Route.ErrorBoundaryProps) {
  const { pathname } = useLocation()
  const lang = languageOf(pathname)
  const fault = <OfficeFault lang={lang} error={error} />
  if (loaderData) return <OfficeFrame frame={loaderData}>{fault}</OfficeFrame>
  return (
    <main id="main" className="wrap" tabIndex={-1}>
      {fault}
      <p>
        <a href={addressOf.home(lang)}>{officeText(lang).toSite}</a>
      </p>
    </main>
  )
}
