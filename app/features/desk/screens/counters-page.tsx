import { refusalOf } from '../../../kernel/permission.ts'
import { DataTable } from '../../../ui/data-table.tsx'
import { FilterChips } from '../../../ui/filter-chips.tsx'
import { PageHead } from '../../../ui/page-head.tsx'
import { addressOf, languageOf } from '../../../web/addresses.ts'
import { nameOf } from '../../../web/app.server.ts'
import { officeOf } from '../../../web/context.server.ts'
import { pageRefused } from '../../people/index.server.ts'
import { type Counter, counterQuery } from '../counter.domain.ts'
import { DESK_POLICY } from '../desk.policy.ts'
import { listMatterChoices } from '../matter-choices.server.ts'
import { countersText } from '../text/public.ts'
import type { Route } from './+types/counters-page'

export async function loader({ context, request }: Route.LoaderArgs) {
  const url = new URL(request.url)
  const lang = languageOf(url.pathname)
  const { ctx, agency } = await officeOf(context)
  const refusal = refusalOf(DESK_POLICY, 'statistics.read', ctx.actor)
  if (refusal) throw await pageRefused(ctx, refusal)
  const posterLang = url.searchParams.get('lang') === 'en' ? 'en' : 'th'
  const { units, services } = await listMatterChoices(ctx, posterLang)
  return { lang, posterLang, units, services, agencyName: nameOf(agency, posterLang) } as const
}

type Named = Readonly<{ key: string; name: string; counter: Counter }>

export default function CountersPage({ loaderData }: Route.ComponentProps) {
  const { lang, posterLang, units, services, agencyName } = loaderData
  const text = countersText(lang)
  const here = addressOf.office(lang, 'desk/posters')
  const parts: readonly Readonly<{ title: string; none: string; rows: readonly Named[] }>[] = [
    {
      title: text.whole,
      none: '',
      rows: [{ key: 'whole', name: agencyName, counter: { unit: null, service: null } }],
    },
    {
      title: text.services,
      none: text.noServices,
      rows: services.map(({ value, label }) => ({
        key: value,
        name: label,
        counter: { unit: null, service: value },
      })),
    },
    {
      title: text.units,
      none: text.noUnits,
      rows: units.map(({ value, label }) => ({
        key: value,
        name: label.trim(),
        counter: { unit: value, service: null },
      })),
    },
  ]
  return (
    <>
      <title>{text.title}</title>
      <PageHead title={text.title} said={text.lead} />
      <div className="stack">
        <FilterChips
          label={text.lang}
          choices={[
            { label: text.thai, to: here, isChosen: posterLang === 'th' },
            { label: text.english, to: `${here}?lang=en`, isChosen: posterLang === 'en' },
          ]}
        />
        {parts.map(({ title, none, rows }) => (
          <section key={title} className="stack" aria-label={title}>
            <h2>{title}</h2>
            {rows.length === 0 ? (
              <p>{none}</p>
            ) : (
              <DataTable
                caption={title}
                columns={[{ label: text.name }, { label: text.forms }]}
                rows={rows.map(({ key, name, counter }) => ({
                  key,
                  cells: [name, <Files key="files" {...{ lang, posterLang, name, counter }} />],
                }))}
              />
            )}
          </section>
        ))}
      </div>
    </>
  )
}

type FilesProps = Readonly<{ lang: 'th' | 'en'; posterLang: 'th' | 'en'; name: string; counter: Counter }>

function Files({ lang, posterLang, name, counter }: FilesProps) {
  const text = countersText(lang)
  const query = counterQuery(counter)
  const file = (fileName: string, what: string) => (
    <li>
      <a href={addressOf.counterFile(posterLang, fileName, query)} aria-label={text.of(what, name)}>
        {what}
      </a>
    </li>
  )
  return (
    <ul className="bare">
      {file('poster.pdf', text.poster)}
      {file('code.svg', text.svg)}
      {file('code.png', text.png)}
      <li>
        <a href={`${addressOf.complaint(posterLang, 'new')}?${query}`} aria-label={text.of(text.try, name)}>
          {text.try}
        </a>
      </li>
    </ul>
  )
}
