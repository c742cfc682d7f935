import type { Language } from '../../../i18n/language.ts'
import { Icon } from '../../../ui/icon.tsx'
import { addressOf } from '../../../web/addresses.ts'
import scriptUrl from '../scripts/shortcuts.script.ts?worker&url'
import type { Shortcut } from '../shortcuts/shortcuts.domain.ts'
import { shortcutsText } from '../text/pages.ts'

type Listed = Readonly<{ lang: Language; shortcuts: readonly Shortcut[] }>

/** Every key with what it does, as the table of shortcuts has it. */
export function ShortcutList({ lang, shortcuts }: Listed) {
  const text = shortcutsText(lang)
  return (
    <dl className="shortcuts">
      {shortcuts.map(({ name, keys }) => (
        <div key={name}>
          <dt>
            {keys.map((key, index) => (
              <span key={key}>
                {index > 0 && (
                  <span className="small muted"> {keys[0] === 'Ctrl' ? '+' : text.andThen} </span>
                )}
                <kbd>{key}</kbd>
              </span>
            ))}
          </dt>
          <dd>{text.names[name]}</dd>
        </div>
      ))}
    </dl>
  )
}

/** The help sheet of the keys, which `?` opens; the script reads from it which keys there are. */
export function ShortcutSheet({ lang, shortcuts, nonce }: Listed & Readonly<{ nonce: string }>) {
  const text = shortcutsText(lang)
  return (
    <>
      <dialog id="shortcut-sheet" className="palette" aria-labelledby="shortcut-title">
        <div className="line">
          <h2 id="shortcut-title">{text.title}</h2>
          <form method="dialog">
            <button type="submit" className="button small">
              <Icon name="close" />
              {text.close}
            </button>
          </form>
        </div>
        <ShortcutList lang={lang} shortcuts={shortcuts} />
        <p className="small">
          <a href={addressOf.office(lang, 'account/reminders')}>{text.turnOff}</a>
        </p>
        {shortcuts
          .filter(({ keys }) => keys[0] !== 'Ctrl')
          .map(({ name, keys, part }) => (
            <span
              key={name}
              hidden
              data-name={name}
              data-keys={keys.join(' ')}
              data-to={part === null ? undefined : addressOf.office(lang, part)}
            />
          ))}
      </dialog>
      <script src={scriptUrl} nonce={nonce} defer />
    </>
  )
}
