import type { Language } from '../../../i18n/language.ts'
import type { EvidencePanelData } from '../panel.server.ts'

export type EvidencePanelProps = EvidencePanelData &
  Readonly<{
    lang: Language
    /** Address of the page that shows it, as `addressOf` gives it, without what stands behind `?`. */
    here: string
    /** Allows the script of this answer. */
    nonce: string
    /** Code of the refusal where attaching or detaching was refused. */
    refused?: string | null
  }>

/**
 * Evidence of a measure, an outcome or an issue: what is attached, search among what is there, bringing in new. The page's
 * action gets `act=attach` with `evidenceId` (many) and `act=detach` with one.
 */
export function EvidencePanel({ items, here }: EvidencePanelProps) {
  return (
    <ul data-here={here}>
      {items.map(({ id, item }) => (
        <li key={id}>{item?.facts.title}</li>
      ))}
    </ul>
  )
}
