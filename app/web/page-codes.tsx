import type { Language } from '../i18n/language.ts'
import { Icon } from '../ui/icon.tsx'
import { addressOf } from './addresses.ts'
import { shellText } from './text/index.ts'

/** The QR code of the page, to be put on paper: as a drawing, as a picture, and as a poster. */
export function PageCodes({ lang, pathname }: { lang: Language; pathname: string }) {
  const { codes } = shellText(lang)
  return (
    <details className="page-codes">
      <summary>
        <Icon name="copy" />
        {codes.title}
      </summary>
      <ul>
        <li>
          <a href={addressOf.qrCode(pathname, 'svg')}>{codes.svg}</a>
        </li>
        <li>
          <a href={addressOf.qrCode(pathname, 'png')}>{codes.png}</a>
        </li>
        <li>
          <a href={addressOf.qrCode(pathname, 'pdf')}>{codes.poster}</a>
        </li>
      </ul>
    </details>
  )
}
