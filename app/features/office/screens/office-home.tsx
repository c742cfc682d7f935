import { PageHead } from '../../../ui/page-head.tsx'
import { languageOf } from '../../../web/addresses.ts'
import { officeText } from '../text/index.ts'
import type { Route } from './+types/office-home'

export function loader({ request }: Route.LoaderArgs) {
  return { lang: languageOf(new URL(request.url).pathname) }
}

export default function OfficeHome({ loaderData: { lang } }: Route.ComponentProps) {
  const text = officeText(lang)
  return <PageHead title={text.entries.home} />
}
