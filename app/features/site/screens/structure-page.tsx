import type { Language } from '../../../i18n/language.ts'
import { Icon } from '../../../ui/icon.tsx'
import { addressOf, languageOf } from '../../../web/addresses.ts'
import { agencyOf } from '../../../web/context.server.ts'
import { publicPageHeaders } from '../../../web/published.ts'
import { findStaffWords } from '../pages/staff-words.server.ts'
import { PublicHead } from '../parts/public-head.tsx'
import { SaidText } from '../parts/said-text.tsx'
import { StaffWords } from '../parts/staff-words.tsx'
import { findPublicUnits, type PublicUnit } from '../profile/public-units.queries.server.ts'
import { aboutText } from '../text/public.ts'
import type { Route } from './+types/structure-page'

export const headers = publicPageHeaders

export async function loader({ context, request }: Route.LoaderArgs) {
  const lang = languageOf(new URL(request.url).pathname)
  const { ctx } = await agencyOf(context)
  const [units, powers] = await Promise.all([findPublicUnits(ctx), findStaffWords(ctx, 'powers')])
  return { lang, units, powers }
}

const isThaiAlone = ({ name, below }: PublicUnit): boolean => name.en === null || below.some(isThaiAlone)

export default function StructurePage({ loaderData: { lang, units, powers } }: Route.ComponentProps) {
  const text = aboutText(lang).structure
  return (
    <>
      <PublicHead
        lang={lang}
        title={text.title}
        lead={text.lead}
        isInThai={units.some(isThaiAlone) || (powers !== null && powers.body.en === null)}
      />
      <div className="stack wide">
        {units.length === 0 ? (
          <p className="notice">
            <Icon name="info" />
            {text.empty}
          </p>
        ) : (
          <section className="stack" aria-labelledby="units">
            <h2 id="units">{text.units}</h2>
            <UnitTree lang={lang} units={units} />
          </section>
        )}
        <section className="stack" aria-labelledby="powers">
          <h2 id="powers">{text.powers}</h2>
          <StaffWords lang={lang} content={powers} empty={text.noPowers} />
        </section>
        <p>
          <a href={addressOf.sitePage(lang, 'executives')}>{text.toExecutives}</a>
        </p>
      </div>
    </>
  )
}

const UnitTree = ({ lang, units }: { lang: Language; units: readonly PublicUnit[] }) => (
  <ul className="unit-tree">
    {units.map((unit) => (
      <li key={unit.id}>
        <span className="unit">
          <SaidText lang={lang} text={unit.name} />
          {unit.code !== null && <span className="unit-code">{unit.code}</span>}
        </span>
        {unit.below.length > 0 && <UnitTree lang={lang} units={unit.below} />}
      </li>
    ))}
  </ul>
)
