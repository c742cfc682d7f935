import type { Language } from '../../../i18n/language.ts'
import { Icon } from '../../../ui/icon.tsx'
import { addressOf, languageOf } from '../../../web/addresses.ts'
import { agencyOf } from '../../../web/context.server.ts'
import { publicPageHeaders } from '../../../web/published.ts'
import { telephoneLink } from '../../../web/site-frame.tsx'
import { PublicHead } from '../parts/public-head.tsx'
import { SaidText } from '../parts/said-text.tsx'
import type { Executive } from '../profile/executive.domain.ts'
import { findExecutives } from '../profile/executives.queries.server.ts'
import { aboutText } from '../text/public.ts'
import type { Route } from './+types/executives-page'

export const headers = publicPageHeaders

export async function loader({ context, request }: Route.LoaderArgs) {
  const lang = languageOf(new URL(request.url).pathname)
  const { ctx } = await agencyOf(context)
  return { lang, executives: await findExecutives(ctx) }
}

export default function ExecutivesPage({ loaderData: { lang, executives } }: Route.ComponentProps) {
  const text = aboutText(lang).executives
  const isInThai = executives.some(({ name, title }) => name.en === null || title.en === null)
  return (
    <>
      <PublicHead lang={lang} title={text.title} lead={text.lead} isInThai={isInThai} />
      <div className="stack wide">
        {executives.length === 0 ? (
          <p className="notice">
            <Icon name="info" />
            {text.empty}
          </p>
        ) : (
          <ol className="executives">
            {executives.map((executive) => (
              <li key={executive.id}>
                <ExecutiveCard lang={lang} executive={executive} />
              </li>
            ))}
          </ol>
        )}
        <p>
          <a href={addressOf.sitePage(lang, 'structure')}>{text.toStructure}</a>
        </p>
      </div>
    </>
  )
}

function ExecutiveCard({ lang, executive }: { lang: Language; executive: Executive }) {
  const { picture, name, title, telephone, email } = executive
  return (
    <div className="executive">
      {picture ? (
        <img
          src={addressOf.publicFile(picture.sha256, picture.fileName)}
          alt={(lang === 'en' ? picture.alt.en : null) ?? picture.alt.th}
          lang={lang === 'en' && picture.alt.en === null ? 'th' : undefined}
          width="240"
          height="300"
          loading="lazy"
        />
      ) : (
        <span className="no-picture">
          <Icon name="account" />
          <span>{aboutText(lang).executives.noPicture}</span>
        </span>
      )}
      <div className="words">
        <h2>
          <SaidText lang={lang} text={name} />
        </h2>
        <p>
          <SaidText lang={lang} text={title} />
        </p>
        {telephone !== null && (
          <p className="reach">
            <Icon name="telephone" />
            <a href={telephoneLink(telephone)}>{telephone}</a>
          </p>
        )}
        {email !== null && (
          <p className="reach">
            <Icon name="mail" />
            <a href={`mailto:${email}`}>{email}</a>
          </p>
        )}
      </div>
    </div>
  )
}
