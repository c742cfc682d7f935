import type { Language } from '../../../../i18n/language.ts'
import { formatDay } from '../../../../kernel/thai-date.ts'
import { Icon } from '../../../../ui/icon.tsx'
import { offerValue, type RecordedResolution } from '../offered-resolutions.domain.ts'
import { reportPartsText } from '../text/index.ts'

type RecordedOffersProps = Readonly<{
  lang: Language
  offered: readonly RecordedResolution[]
  /** What is wrong with what was chosen. */
  error: string | null
}>

/** Recorded resolutions that the report does not mention yet, to be added to it; nothing where there are none. */
export function RecordedOffers({ lang, offered, error }: RecordedOffersProps) {
  if (offered.length === 0) return null
  const { offers: text, resolutions: words } = reportPartsText(lang)
  const isOfReport = offered.some(({ about }) => about === 'report')
  return (
    <form method="post" className="form report-row">
      <input type="hidden" name="act" value="take" />
      <fieldset className="checks" id="take">
        <legend>{text.title}</legend>
        <p className="muted">{text.lead}</p>
        {isOfReport && <p className="muted">{text.warning}</p>}
        {error !== null && <p className="error">{error}</p>}
        {offered.map((one) => {
          const { resolutionId, bodyName, meetingNumber, heldOn, about, wording } = one
          const id = `take-${resolutionId}-${about}`
          return (
            <div className="check-field" key={id}>
              <input
                type="checkbox"
                id={id}
                name="take"
                value={offerValue(one)}
                aria-describedby={`${id}-hint`}
              />
              <label htmlFor={id}>{words.cited(bodyName, meetingNumber, formatDay(heldOn, lang))}</label>
              <span className="hint" id={`${id}-hint`}>
                {words.abouts[about]}: <span lang="th">{wording}</span>
              </span>
            </div>
          )
        })}
      </fieldset>
      <div className="actions">
        <button type="submit" className="button">
          <Icon name="add" />
          {text.take}
        </button>
      </div>
    </form>
  )
}
