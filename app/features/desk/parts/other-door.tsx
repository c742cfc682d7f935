import type { Language } from '../../../i18n/language.ts'
import { addressOf } from '../../../web/addresses.ts'
import { shellText } from '../../../web/text/index.ts'
import { publicFormText } from '../text/public.ts'

/** Where to go with corruption: said on every page on which somebody could write of it by mistake. */
export const OtherDoor = ({ lang }: { lang: Language }) => (
  <p className="other-door">
    {publicFormText(lang).otherDoor}{' '}
    <a href={addressOf.sitePage(lang, 'whistleblow')}>{shellText(lang).whistleDoor}</a>
  </p>
)
