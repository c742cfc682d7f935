import { Outlet } from 'react-router'
import { addressOf, languageOf } from '../../../web/addresses.ts'
import { nameOf } from '../../../web/app.server.ts'
import { officeOf } from '../../../web/context.server.ts'
import { officeText } from '../text/index.ts'
import type { Route } from './+types/office-layout'

export async function loader({ context, request }: Route.LoaderArgs) {
  const lang = languageOf(new URL(request.url).pathname)
  const { agency, signedIn } = await officeOf(context)
  return { lang, agencyName: nameOf(agency, lang), personName: signedIn.person.name }
}

export default function OfficeLayout({ loaderData: { lang, agencyName, personName } }: Route.ComponentProps) {
  const text = officeText(lang)
  return (
    <>
      <a className="skip" href="#main">
        {text.skip}
      </a>
      <header>
        {agencyName} {personName}
        <form method="post" action={addressOf.signOut(lang)}>
          <button type="submit" className="button">
            {text.signOut}
          </button>
        </form>
      </header>
      <main id="main" className="wrap" tabIndex={-1}>
        <Outlet />
      </main>
    </>
  )
}
