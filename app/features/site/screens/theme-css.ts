import { appOf } from '../../../web/context.server.ts'
import { brandColours } from '../profile/brand-colour.domain.ts'
import { findProfile } from '../profile/site-profile.queries.server.ts'
import { themeSheet } from '../profile/theme-sheet.domain.ts'
import type { Route } from './+types/theme-css'

/** `/theme.css`: the colours of the agency; empty where it has chosen none. Kept as pages are, under an ETag of its bytes. */
export async function loader({ context }: Route.LoaderArgs) {
  const agency = await appOf(context).agency()
  const colour = agency && (await findProfile(agency.ctx)).brand.colour
  return new Response(colour ? themeSheet(brandColours(colour)) : '', {
    headers: {
      'Content-Type': 'text/css; charset=utf-8',
      'Cache-Control': 'public, max-age=0, s-maxage=60, must-revalidate',
    },
  })
}
