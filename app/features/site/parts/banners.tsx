import type { Language, MaybeBilingual } from '../../../i18n/language.ts'
import { Icon } from '../../../ui/icon.tsx'
import { addressOf } from '../../../web/addresses.ts'
import type { Banner } from '../banners/banner.domain.ts'
import { homeText } from '../text/index.ts'
import { SaidText } from './said-text.tsx'

type Shown = Readonly<{ lang: Language; banner: Banner }>

/** Banners of the day beside one another; nothing moves, and each can be read at once. */
export function BannerRail({ lang, banners }: { lang: Language; banners: readonly Banner[] }) {
  return (
    <section className="stack" aria-labelledby="banners">
      <h2 id="banners">{homeText(lang).bannersHeading}</h2>
      <ul className="banner-rail">
        {banners.map((banner) => (
          <li key={banner.id}>
            <BannerBox lang={lang} banner={banner} />
          </li>
        ))}
      </ul>
    </section>
  )
}

function BannerBox({ lang, banner: { content } }: Shown) {
  const inside = (
    <>
      <BannerPicture lang={lang} content={content} />
      <span className="banner-words">
        <span className="banner-title">
          <SaidText lang={lang} text={content.title} />
        </span>
        {content.words && (
          <span>
            <SaidText lang={lang} text={content.words} />
          </span>
        )}
      </span>
    </>
  )
  return content.link === null ? (
    <div className="banner">{inside}</div>
  ) : (
    <a className="banner" href={leadsTo(lang, content.link)}>
      {inside}
    </a>
  )
}

function BannerPicture({ lang, content: { picture } }: { lang: Language; content: Banner['content'] }) {
  if (!picture) return null
  const isThai = lang === 'en' && picture.alt.en === null
  return (
    <img
      src={addressOf.publicFile(picture.sha256, picture.fileName)}
      alt={wordsIn(lang, picture.alt)}
      lang={isThai ? 'th' : undefined}
      loading="lazy"
    />
  )
}

/**
 * An announcement of the day. Without script it is a box above the page; the script shows it over the page until it is
 * closed, and remembers that on this device. It never hides what stands below from who reads without it.
 */
export function Popup({ lang, banner: { id, version, content } }: Shown) {
  const text = homeText(lang)
  return (
    <>
      <aside className="popup" data-popup={`${id}.${version}`} aria-labelledby="popup-title">
        <BannerPicture lang={lang} content={content} />
        <div className="popup-words">
          <h2 id="popup-title">
            <SaidText lang={lang} text={content.title} />
          </h2>
          {content.words && (
            <p>
              <SaidText lang={lang} text={content.words} />
            </p>
          )}
          <p className="actions">
            {content.link !== null && (
              <a className="button primary" href={leadsTo(lang, content.link)}>
                {text.readMore} <Icon name="arrow" />
              </a>
            )}
            <button type="button" className="button" data-popup-close hidden>
              <Icon name="close" />
              {text.closePopup}
            </button>
          </p>
        </div>
      </aside>
      <script src="/popup.js" defer />
    </>
  )
}

const wordsIn = (lang: Language, text: MaybeBilingual): string => (lang === 'en' ? text.en : null) ?? text.th

/** A page of this site in the language of the reader; an address elsewhere as it is. */
const leadsTo = (lang: Language, link: string): string =>
  lang === 'en' && /^\/(?!files\/|en(\/|$))/.test(link) ? `/en${link === '/' ? '' : link}` : link
