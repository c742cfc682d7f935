import type { Language } from '../../../i18n/language.ts'
import { Icon } from '../../../ui/icon.tsx'
import { brandColours } from '../profile/brand-colour.domain.ts'
import { lookWorkText } from '../text/look-work.ts'

const PAPER = { light: '#ffffff', dark: '#0f1722' } as const
const ratioText = (ratio: number): string => (Math.floor(ratio * 10) / 10).toFixed(1)

/** What became of the colour in each theme, with a sample of words drawn in it. */
export function BrandCheck({ lang, colour }: { lang: Language; colour: string }) {
  const text = lookWorkText(lang).profile
  const colours = brandColours(colour)
  return (
    <section className="brand-check" aria-label={text.checked}>
      <p>
        <strong>{text.checked}</strong>
      </p>
      {(['light', 'dark'] as const).map((theme) => {
        const { brand, ink, given, used, isAdjusted } = colours[theme]
        return (
          <div className="brand-theme" key={theme}>
            <svg viewBox="0 0 260 56" width="260" height="56" aria-hidden="true">
              <rect width="260" height="56" rx="6" fill={PAPER[theme]} stroke="#7a8ba3" />
              <text x="14" y="35" fontSize="17" fontWeight="700" fill={brand}>
                {text.sample}
              </text>
              <rect x="142" y="10" width="106" height="36" rx="6" fill={brand} />
              <text x="195" y="34" fontSize="15" fontWeight="700" textAnchor="middle" fill={ink}>
                {brand}
              </text>
            </svg>
            <p>
              <Icon name={isAdjusted ? 'warning' : 'done'} /> <strong>{text[theme]}</strong>{' '}
              {isAdjusted ? text.adjusted(ratioText(given), ratioText(used)) : text.fits(ratioText(used))}
            </p>
          </div>
        )
      })}
      <p className="muted small">{text.contrast}</p>
    </section>
  )
}
