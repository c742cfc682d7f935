import type { Language } from '../../../../i18n/language.ts'
import { twoPlaces } from '../../../../kernel/decimal.ts'
import { codeOf } from '../../../../kernel/item-ref.ts'
import { Chip } from '../../../../ui/chip.tsx'
import type { ThemeView, ViewName } from '../../../assessments/index.ts'
import { contradictionsPageText } from '../text/index.ts'

const NAMES: readonly ViewName[] = ['staff', 'public', 'disclosure']

type ThemeViewsProps = Readonly<{ lang: Language; views: readonly ThemeView[]; bound: string | null }>

/** The three views of a theme beside each other, each with its score, a bar against the bound, and what it is made of. */
export function ThemeViews({ lang, views, bound }: ThemeViewsProps) {
  const text = contradictionsPageText(lang)
  return (
    <ul className="theme-views">
      {NAMES.map((name) => {
        const view = views.find((one) => one.name === name)
        return (
          <li key={name}>
            <h4>{text.names[name]}</h4>
            {view ? (
              <OneView lang={lang} view={view} bound={bound} />
            ) : (
              <p className="muted small">{text.noView}</p>
            )}
          </li>
        )
      })}
    </ul>
  )
}

function OneView({ lang, view, bound }: { lang: Language; view: ThemeView; bound: string | null }) {
  const text = contradictionsPageText(lang)
  if (view.shown === null) {
    const isAsked = view.items.length > 0 || view.unmeasured.some(({ standing }) => standing === 'not-known')
    return <p className="muted">{isAsked ? text.notKnown : text.notAsked}</p>
  }
  const weak = view.known.filter(({ isWeak }) => isWeak).length
  const numbers = view.known.map(({ ref }) => codeOf(ref).slice('ind'.length)).join(', ')
  return (
    <>
      <p className="value">
        {text.points(view.shown)}
        {bound !== null && <span className="small muted">{text.bound(twoPlaces(bound))}</span>}
      </p>
      <Bar value={view.shown} bound={bound} />
      <p className="small muted">
        {view.basis === 'items'
          ? text.ofItems(view.known.length, view.outOf)
          : text.ofIndicators(view.known.length, view.outOf, numbers)}
        {view.n === null
          ? view.name !== 'disclosure' && ` · ${text.noAnswered}`
          : ` · ${text.answered(view.n.least, view.n.most)}`}
      </p>
      {view.basis === 'items' && weak > 0 && (
        <p>
          <Chip state="returned" icon="warning">
            {text.weakItems(weak)}
          </Chip>
        </p>
      )}
      {view.isUnverified && (
        <p>
          <Chip state="none" icon="info">
            {text.unverified}
          </Chip>
        </p>
      )}
    </>
  )
}

/** How far of 100, with the bound as a line. The figure stands above it, so that nothing is lost to who does not see it. */
function Bar({ value, bound }: { value: string; bound: string | null }) {
  return (
    <svg className="bar" viewBox="0 0 100 8" preserveAspectRatio="none" aria-hidden="true">
      <rect className="whole" width="100" height="8" />
      <rect className="part" width={value} height="8" />
      {bound !== null && (
        <g transform={`translate(${bound})`}>
          <rect className="beside" x="-1" width="2" height="8" />
          <rect className="line" x="-0.4" width="0.8" height="8" />
        </g>
      )}
    </svg>
  )
}
