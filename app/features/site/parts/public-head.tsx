import type { ReactNode } from 'react'
import type { Language } from '../../../i18n/language.ts'
import { addressOf } from '../../../web/addresses.ts'
import { NotTranslated } from '../../../web/not-translated.tsx'
import { Crumbs } from '../../../web/site-frame.tsx'
import { shellText } from '../../../web/text/index.ts'

type PublicHeadProps = Readonly<{
  lang: Language
  title: string
  lead?: ReactNode
  /** Whether words of the agency stand there in Thai alone. */
  isInThai?: boolean
}>

/** Title, place and first sentence of a public page right below the home page. */
export const PublicHead = ({ lang, title, lead, isInThai = false }: PublicHeadProps) => (
  <>
    <title>{title}</title>
    <Crumbs
      lang={lang}
      trail={[
        { label: shellText(lang).home, to: addressOf.home(lang) },
        { label: title, to: null },
      ]}
    />
    <div className="page-head">
      <h1>{title}</h1>
      {lead !== undefined && <p className="lead">{lead}</p>}
      {isInThai && <NotTranslated lang={lang} />}
    </div>
  </>
)
