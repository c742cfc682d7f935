import '../../../ui/office-evidence.css'
import '../../../ui/office-people.css'
import type { Language } from '../../../i18n/language.ts'
import { Icon } from '../../../ui/icon.tsx'
import { Notice } from '../../../ui/notice.tsx'
import { addressOf } from '../../../web/addresses.ts'
import { kindOf } from '../evidence.domain.ts'
import { evidenceErrorText, isEvidenceErrorCode } from '../evidence.errors.ts'
import type { AttachedEvidence, EvidenceItem } from '../evidence.queries.server.ts'
import type { EvidencePanelData } from '../panel.server.ts'
import searchUrl from '../scripts/evidence-search.script.ts?worker&url'
import { panelText } from '../text/pages.ts'
import { aboutText, EvidenceChips, KIND_ICONS, pieceAddress } from './evidence-looks.tsx'
import { UploadArea, UploadsScript } from './upload-area.tsx'

export type EvidencePanelProps = EvidencePanelData &
  Readonly<{
    lang: Language
    /** Address of the page that shows it, as `addressOf` gives it, without what stands behind `?`. */
    here: string
    /** Allows the script of this answer. */
    nonce: string
    /** What evidence is called here; evidence where nothing else is said. */
    titled?: (count: number) => string
    /** Code of the refusal where attaching or detaching was refused. */
    refused?: string | null
  }>

/**
 * Evidence of a measure, an outcome or an issue: what is attached, search among what is there, bringing in new. The page's
 * action gets `act=attach` with `evidenceId` (many) and `act=detach` with one.
 */
export function EvidencePanel(props: EvidencePanelProps) {
  const { lang, items, mayAttach, mayAdd, offered, here, nonce, refused = null } = props
  const text = panelText(lang)
  return (
    <section className="stack evidence-panel" id="evidence" aria-labelledby="evidence-title">
      <h2 id="evidence-title">{(props.titled ?? text.title)(items.length)}</h2>
      {refused !== null && isEvidenceErrorCode(refused) && (
        <Notice kind="late">{evidenceErrorText(refused)[lang]}</Notice>
      )}
      {offered.length > 0 && <Offered lang={lang} here={here} items={offered} />}
      {items.length === 0 ? (
        <p className="muted">{mayAttach ? text.emptyAttach : text.empty}</p>
      ) : (
        <ul className="evidence-list">
          {items.map((attached) => (
            <Attached key={attached.id} lang={lang} attached={attached} detachAt={mayAttach ? here : null} />
          ))}
        </ul>
      )}
      {mayAttach && <SearchFirst {...props} />}
      {mayAttach && mayAdd && (
        <>
          <details className="fold">
            <summary>
              <Icon name="bring" /> {text.addFile}
            </summary>
            <UploadArea lang={lang} mode="attach" id="panel" here={here} />
          </details>
          <AddLink lang={lang} here={here} />
        </>
      )}
      {mayAttach && <UploadsScript nonce={nonce} />}
      {mayAttach && <script src={searchUrl} nonce={nonce} defer />}
    </section>
  )
}

type AttachedProps = Readonly<{
  lang: Language
  attached: AttachedEvidence
  /** Where detaching is asked for; null where one may not. */
  detachAt: string | null
}>

function Attached({ lang, attached: { id, item }, detachAt }: AttachedProps) {
  const text = panelText(lang)
  const title = item?.facts.title ?? text.withheld
  return (
    <li>
      <Icon name={item === null ? 'locked' : KIND_ICONS[kindOf(item.content)]} />
      <div className="lines">
        {item === null ? (
          <span className="muted">{title}</span>
        ) : (
          <>
            <a href={pieceAddress(lang, id)}>{title}</a>
            <span className="under">{aboutText(item, lang)}</span>
            <EvidenceChips lang={lang} item={item} />
          </>
        )}
      </div>
      {detachAt !== null && (
        <form method="post" action={detachAt}>
          <input type="hidden" name="act" value="detach" />
          <button
            type="submit"
            className="button small"
            name="evidenceId"
            value={id}
            aria-label={text.detachOf(title)}
          >
            {text.detach}
          </button>
        </form>
      )}
    </li>
  )
}

type OfferProps = Readonly<{ lang: Language; here: string; items: readonly EvidenceItem[] }>

/** What was brought in for this, and waits for one press. */
function Offered({ lang, here, items }: OfferProps) {
  const text = panelText(lang)
  return (
    <form method="post" action={here} className="notice stack">
      <h3>{text.offeredTitle}</h3>
      <ul>
        {items.map(({ id, facts }) => (
          <li key={id}>
            <input type="hidden" name="evidenceId" value={id} />
            {facts.title}
          </li>
        ))}
      </ul>
      <button type="submit" className="button primary" name="act" value="attach">
        <Icon name="evidence" />
        {text.offeredAttach(items.length)}
      </button>
    </form>
  )
}

/** Search that works as a form, and with the script answers while it is typed into. */
function SearchFirst({ lang, here, items, found }: EvidencePanelProps) {
  const text = panelText(lang)
  const words = { found: text.found(1).replace('1', '{count}'), none: text.found(0) }
  return (
    <div
      className="stack evidence-search"
      data-evidence-search=""
      data-offers={addressOf.office(lang, 'evidence/offers')}
      data-attached={items.map(({ id }) => id).join(',')}
      data-words={JSON.stringify(words)}
    >
      <form method="get" action={`${here}#evidence`} className="search-first">
        <div className="field">
          <label htmlFor="find">{text.search}</label>
          <span className="hint" id="find-hint">
            {text.searchHint}
          </span>
          <input
            type="search"
            id="find"
            name="find"
            defaultValue={found?.text}
            autoComplete="off"
            aria-describedby="find-hint"
          />
        </div>
        <button type="submit" className="button">
          <Icon name="search" />
          {text.find}
        </button>
      </form>
      <p role="status" className="muted" data-found-said="">
        {found !== null && text.found(found.items.length)}
      </p>
      <form
        method="post"
        action={here}
        className="stack"
        data-found-form=""
        hidden={(found?.items.length ?? 0) === 0}
      >
        <ul className="choices" data-found-list="" aria-label={text.chooseOf}>
          {found?.items.map((item) => (
            <li key={item.id} className="choice">
              <input type="checkbox" name="evidenceId" value={item.id} id={`found-${item.id}`} />
              <label htmlFor={`found-${item.id}`}>
                {item.facts.title}
                <span className="under">{aboutText(item, lang)}</span>
              </label>
            </li>
          ))}
        </ul>
        <div className="actions">
          <button type="submit" className="button primary" name="act" value="attach">
            <Icon name="evidence" />
            {text.attach}
          </button>
        </div>
      </form>
    </div>
  )
}

function AddLink({ lang, here }: { lang: Language; here: string }) {
  const text = panelText(lang)
  const full = `${addressOf.office(lang, 'evidence/add')}?to=${encodeURIComponent(here)}`
  return (
    <details className="fold">
      <summary>
        <Icon name="link" /> {text.addLink}
      </summary>
      <form method="post" action={full} className="form">
        <input type="hidden" name="act" value="link" />
        <div className="field">
          <label htmlFor="panel-link">{text.link}</label>
          <input type="text" id="panel-link" name="link" inputMode="url" />
        </div>
        <div className="field">
          <label htmlFor="panel-link-title">{text.linkName}</label>
          <input type="text" id="panel-link-title" name="title" />
        </div>
        <div className="actions">
          <button type="submit" className="button">
            <Icon name="link" />
            {text.saveLink}
          </button>
          <a href={full}>{text.allFields}</a>
        </div>
      </form>
    </details>
  )
}
