import type { Language } from '../../../i18n/language.ts'
import { addressOf } from '../../../web/addresses.ts'
import { publicFollowText } from '../text/public.ts'
import { type MatterKeys, OpensMatter } from './opens-matter.tsx'

type MovedProps = Readonly<{
  lang: Language
  keys: MatterKeys
  /** The 24 digits of the protected channel, once they were asked for. */
  receipt: string | null
}>

/** A matter that went into the protected channel: what was seen of it before, and the way after it. */
export function MovedMatter({ lang, keys, receipt }: MovedProps) {
  const text = publicFollowText(lang).moved
  return (
    <section className="stack" aria-labelledby="moved">
      <h2 id="moved">{text.heading}</h2>
      <p>{text.why}</p>
      <p>{text.honest}</p>
      {receipt === null ? (
        <form method="post" action={addressOf.complaint(lang, 'follow')}>
          <OpensMatter keys={keys} />
          <button type="submit" className="button primary" name="act" value="claim">
            {text.take}
          </button>
        </form>
      ) : (
        <>
          <dl className="receipt">
            <div>
              <dt>{text.receipt}</dt>
              <dd className="number">{receipt.replace(/(\d{4})(?=\d)/g, '$1 ')}</dd>
            </div>
          </dl>
          <p>{text.once}</p>
          <p>
            <a className="button primary" href={addressOf.sitePage(lang, 'whistleblow')}>
              {text.go}
            </a>
          </p>
        </>
      )}
    </section>
  )
}
