import type { ReactNode } from 'react'
import type { Language } from '../../../i18n/language.ts'
import { formatDay } from '../../../kernel/thai-date.ts'
import { ClashChoice } from '../../../ui/clash-choice.tsx'
import { Confirm } from '../../../ui/confirm.tsx'
import { type Choice, EMPTY_FORM, type FormView, TextField } from '../../../ui/form.tsx'
import { Icon } from '../../../ui/icon.tsx'
import type { TypedFields } from '../../../web/visit.ts'
import type { EvidenceFacts, FactName, VersionContent } from '../evidence.domain.ts'
import type { EvidenceClash } from '../evidence.errors.ts'
import { addingText, pieceText } from '../text/pages.ts'
import { pieceAddress } from './evidence-looks.tsx'
import { FactsFields } from './facts-fields.tsx'
import { UploadArea } from './upload-area.tsx'

type ChangeFormProps = Readonly<{
  lang: Language
  form: FormView
  units: readonly Choice[]
  /** What stands there, and its version: who saves says what they saw. A form that was refused goes on saying what it saw. */
  seen: EvidenceFacts
  version: number
  isOpen: boolean
}>

export function ChangeForm({ lang, form, units, seen, version, isOpen }: ChangeFormProps) {
  const text = pieceText(lang)
  return (
    <details className="fold" open={isOpen}>
      <summary>
        <Icon name="edit" /> {text.changeTitle}
      </summary>
      <form method="post" className="form">
        <input type="hidden" name="seenVersion" value={form.values.seenVersion ?? version} />
        <input type="hidden" name="seen" value={form.values.seen ?? JSON.stringify(seen)} />
        <FactsFields
          lang={lang}
          form={form}
          id="change"
          isTitleAsked="must"
          units={[{ value: '', label: addingText(lang).noUnit }, ...units]}
        />
        <input type="hidden" name="act" value="change" />
        <button type="submit" className="button primary">
          {text.save}
        </button>
      </form>
    </details>
  )
}

type ClashProps = Readonly<{
  lang: Language
  clash: EvidenceClash
  units: readonly Choice[]
  typed: TypedFields
}>

/** Both sides of what two people changed, to choose from. */
export function ChangeClash({ lang, clash, units, typed }: ClashProps) {
  const text = pieceText(lang)
  const shown = (facts: EvidenceFacts, name: FactName): ReactNode => {
    const value = facts[name]
    if (name === 'isConfidential') return value ? text.yes : text.no
    if (value === null) return null
    if (name === 'unitId') return units.find((unit) => unit.value === value)?.label ?? null
    if (name === 'evidenceDate' || name === 'expiresOn') return formatDay(String(value), lang)
    return String(value)
  }
  return (
    <ClashChoice
      lang={lang}
      clash={{ version: clash.version, untouched: clash.untouched, last: null }}
      typed={typed}
      fields={clash.fields.map((name) => ({
        name,
        label: text.facts[name],
        seen: shown(clash.seen, name),
        theirs: shown(clash.theirs, name),
        mine: shown(clash.mine, name),
      }))}
    />
  )
}

type NewVersionProps = Readonly<{
  lang: Language
  id: string
  content: VersionContent
  form: FormView | null
}>

/** A new file, or for a link a new link. */
export function NewVersion({ lang, id, content, form }: NewVersionProps) {
  const text = pieceText(lang)
  return (
    <details className="fold" open={form !== null}>
      <summary>
        <Icon name="add" /> {text.newVersion}
      </summary>
      {content.kind === 'file' ? (
        <UploadArea
          lang={lang}
          mode="version"
          id="version"
          here={`${pieceAddress(lang, id)}?done=versioned`}
          evidenceId={id}
        />
      ) : (
        <form method="post" className="form">
          <TextField
            form={form ?? EMPTY_FORM}
            name="link"
            id="renew-link"
            inputMode="url"
            label={text.newLink}
            required
          />
          <input type="hidden" name="act" value="renew" />
          <button type="submit" className="button">
            {text.saveLink}
          </button>
        </form>
      )}
    </details>
  )
}

/** Taking a piece out, once it proves nothing any more. */
export function RemoveForm({ lang, isUsed, isOpen }: { lang: Language; isUsed: boolean; isOpen: boolean }) {
  const text = pieceText(lang)
  const label = (
    <>
      <Icon name="remove" />
      {text.remove}
    </>
  )
  return (
    <Confirm label={label} isOpen={isOpen}>
      {isUsed ? (
        <p>
          {text.removeInUse} <a href="#uses-title">{text.usesLink}</a>
        </p>
      ) : (
        <>
          <p>{text.removeSure}</p>
          <form method="post">
            <input type="hidden" name="act" value="remove" />
            <button type="submit" className="button danger">
              {text.remove}
            </button>
          </form>
        </>
      )}
    </Confirm>
  )
}

type LocationProps = Readonly<{
  lang: Language
  latitude: number
  longitude: number
  mayRemove: boolean
}>

/** Where a picture was taken is easily overlooked: it is said, and can be taken away. */
export function LocationWarning({ lang, latitude, longitude, mayRemove }: LocationProps) {
  const text = pieceText(lang)
  return (
    <div className="notice warning">
      <Icon name="place" />
      <h3>{text.locationTitle}</h3>
      <p>{text.location(latitude.toFixed(5), longitude.toFixed(5))}</p>
      {mayRemove && (
        <form method="post" className="actions">
          <input type="hidden" name="act" value="remove-location" />
          <button type="submit" className="button small" aria-describedby="remove-location-hint">
            {text.removeLocation}
          </button>
          <span className="muted small" id="remove-location-hint">
            {text.removeLocationHint}
          </span>
        </form>
      )}
    </div>
  )
}
