import type { ReactNode } from 'react'
import type { Language } from '../../../i18n/language.ts'
import { addressOf } from '../../../web/addresses.ts'
import { Crumbs } from '../../../web/site-frame.tsx'
import { shellText } from '../../../web/text/index.ts'
import { publicFormText } from '../text/public.ts'

/** Title, place and first sentence of a page behind the door of the desk. */
export const DeskHead = ({ lang, title, lead }: { lang: Language; title: string; lead?: ReactNode }) => (
  <>
    <title>{title}</title>
    <Crumbs
      lang={lang}
      trail={[
        { label: shellText(lang).home, to: addressOf.home(lang) },
        { label: publicFormText(lang).title, to: addressOf.sitePage(lang, 'complaint') },
        { label: title, to: null },
      ]}
    />
    <div className="page-head">
      <h1>{title}</h1>
      {lead !== undefined && <p className="lead">{lead}</p>}
    </div>
  </>
)
