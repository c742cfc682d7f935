import { useLocation } from 'react-router'
import type { Language } from '../i18n/language.ts'
import { ClashChoice } from './clash-choice.tsx'
import { DraftNotice } from './draft-notice.tsx'
import type { UiPageText } from './text/ui-page.ts'

const AT = new Date('2024-03-13T07:05:00Z')

type SampleProps = Readonly<{ lang: Language; text: UiPageText; name: string }>

/** A draft that is offered, one that is shown, and the choice of the second of two savers. */
export function KeepingSample({ lang, text, name }: SampleProps) {
  const { pathname } = useLocation()
  return (
    <>
      <h3>{text.keeping}</h3>
      {[false, true].map((isShown) => (
        <DraftNotice
          key={String(isShown)}
          lang={lang}
          form="/office/ui sample"
          keptAt={AT}
          isShown={isShown}
          here={pathname}
        />
      ))}
      <ClashChoice
        lang={lang}
        id={`clash-${name}`}
        clash={{ version: 3, untouched: ['unit'], last: { byName: text.clashName, at: AT } }}
        fields={[
          { name: 'summary', label: text.cards, seen: null, theirs: text.longWords, mine: text.cardBody },
          { name: 'year', label: text.fieldLabel, seen: '2566', theirs: '2567', mine: null },
        ]}
        typed={[['summary', text.cardBody]]}
      />
    </>
  )
}
