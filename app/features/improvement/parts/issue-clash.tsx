import type { ReactNode } from 'react'
import type { Language } from '../../../i18n/language.ts'
import type { RichText } from '../../../kernel/rich-text.ts'
import { ClashChoice } from '../../../ui/clash-choice.tsx'
import type { TypedFields } from '../../../web/visit.ts'
import { issuePageText } from '../issues/text/index.ts'
import type { EditClash } from '../working/working.errors.ts'
import type { IssueFacts } from '../working/working-cycle.domain.ts'
import { RichTextView } from './rich-text-view.tsx'
import { Worded } from './worded.tsx'

type IssueClashProps = Readonly<{ lang: Language; clash: EditClash; typed: TypedFields; action: string }>

/** Both versions of what two people changed in an issue, to choose from. */
export function IssueClash({ lang, clash, typed, action }: IssueClashProps) {
  const { fields } = issuePageText(lang)
  return (
    <ClashChoice
      lang={lang}
      action={action}
      clash={clash}
      typed={typed}
      fields={clash.clashes.map(({ field, seen, theirs, mine }) => {
        const name = field as keyof IssueFacts
        return {
          name,
          label: fields[name],
          seen: shownField(name, seen),
          theirs: shownField(name, theirs),
          mine: shownField(name, mine),
        }
      })}
    />
  )
}

/** A field as it reads; null where it is empty. */
function shownField(field: keyof IssueFacts, value: unknown): ReactNode {
  if (field === 'title' || field === 'listedTitle') return value ? <Worded>{value as string}</Worded> : null
  const texts = field === 'analysis' ? [value as RichText] : (value as readonly RichText[])
  const filled = texts.filter((text) => text.length > 0)
  if (filled.length === 0) return null
  // biome-ignore lint/suspicious/noArrayIndexKey: limitations have no name but their place
  return filled.map((text, at) => <RichTextView key={at} text={text} />)
}
