import type { Language } from '../../../i18n/language.ts'
import { Icon } from '../../../ui/icon.tsx'
import { addressOf } from '../../../web/addresses.ts'
import scriptUrl from '../scripts/palette.script.ts?worker&url'
import { searchPageText } from '../text/pages.ts'

/** The way to every page by its name; closed until its script opens it (Ctrl+K, or the button in the head). */
export function Palette({ lang, nonce }: { lang: Language; nonce: string }) {
  const { palette: text } = searchPageText(lang)
  return (
    <>
      <dialog
        id="palette"
        className="palette"
        aria-labelledby="palette-title"
        data-offers={addressOf.office(lang, 'search/offers')}
        data-failed={text.failed}
      >
        <div className="line">
          <h2 id="palette-title">{text.title}</h2>
          <form method="dialog">
            <button type="submit" className="button small">
              <Icon name="close" />
              {text.close}
            </button>
          </form>
        </div>
        <form method="get" action={addressOf.office(lang, 'search')}>
          <label htmlFor="palette-input">{text.field}</label>
          <input
            id="palette-input"
            name="q"
            type="text"
            role="combobox"
            aria-expanded="false"
            aria-controls="palette-list"
            aria-autocomplete="list"
            aria-describedby="palette-keys"
            autoComplete="off"
            spellCheck={false}
            maxLength={200}
          />
        </form>
        <div id="palette-list" role="listbox" aria-label={text.results} />
        <p role="status" className="small" />
        <p id="palette-keys" className="small muted">
          {text.keys}
        </p>
      </dialog>
      <script src={scriptUrl} nonce={nonce} defer />
    </>
  )
}

/** Shown by the script that serves it. */
export function PaletteButton({ lang }: { lang: Language }) {
  const { palette: text } = searchPageText(lang)
  return (
    <button type="button" className="palette-button" data-opens="palette" aria-haspopup="dialog" hidden>
      <Icon name="keyboard" />
      {text.open} <kbd>Ctrl K</kbd>
    </button>
  )
}
