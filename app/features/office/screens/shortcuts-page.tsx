import { fiscalYearOf } from '../../../kernel/thai-date.ts'
import { thaiDay } from '../../../kernel/thai-day.ts'
import '../../../ui/office-overview.css'
import { Icon } from '../../../ui/icon.tsx'
import { Notice } from '../../../ui/notice.tsx'
import { PageHead } from '../../../ui/page-head.tsx'
import { addressOf, languageOf } from '../../../web/addresses.ts'
import { officeOf } from '../../../web/context.server.ts'
import { findOwnFrame } from '../../people/index.server.ts'
import { menuFor } from '../office-entries.domain.ts'
import { ShortcutList } from '../parts/shortcut-sheet.tsx'
import { shortcutsFor } from '../shortcuts/shortcuts.domain.ts'
import { shortcutsText } from '../text/pages.ts'
import type { Route } from './+types/shortcuts-page'

/** The help sheet of the keys as a page of its own: for who has no script, and for who turned the keys off. */
export async function loader({ context, request }: Route.LoaderArgs) {
  const lang = languageOf(new URL(request.url).pathname)
  const { ctx, signedIn } = await officeOf(context)
  const { hasShortcuts } = await findOwnFrame(ctx)
  const menu = menuFor(signedIn.actor, { isWhole: true, waiting: {} })
  return { lang, hasShortcuts, shortcuts: shortcutsFor(menu, fiscalYearOf(thaiDay(ctx.now()))) }
}

export default function ShortcutsPage({ loaderData }: Route.ComponentProps) {
  const { lang, hasShortcuts, shortcuts } = loaderData
  const text = shortcutsText(lang)
  return (
    <>
      <title>{text.title}</title>
      <PageHead title={text.title} said={text.lead} />
      <div className="stack">
        {!hasShortcuts && <Notice>{text.off}</Notice>}
        <ShortcutList lang={lang} shortcuts={shortcuts} />
        <p>
          <a className="button" href={addressOf.office(lang, 'account/reminders')}>
            <Icon name="keyboard" />
            {hasShortcuts ? text.turnOff : text.turnOn}
          </a>
        </p>
      </div>
    </>
  )
}
