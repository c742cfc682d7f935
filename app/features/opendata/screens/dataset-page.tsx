import { data } from 'react-router'
import '../../../ui/data.css'
import type { Language } from '../../../i18n/language.ts'
import { formatDay } from '../../../kernel/thai-date.ts'
import { thaiDay } from '../../../kernel/thai-day.ts'
import { DataTable } from '../../../ui/data-table.tsx'
import { Facts } from '../../../ui/facts.tsx'
import { Notice } from '../../../ui/notice.tsx'
import { addressOf, languageOf } from '../../../web/addresses.ts'
import { agencyOf, appOf } from '../../../web/context.server.ts'
import { publicPageHeaders } from '../../../web/published.ts'
import { Crumbs } from '../../../web/site-frame.tsx'
import { shellText } from '../../../web/text/index.ts'
import { publisherOf, yearsOf } from '../catalog/catalog.server.ts'
import { packageName } from '../ckan/package.server.ts'
import { openDataContext } from '../open-data.server.ts'
import { DatasetDownloads } from '../parts/dataset-downloads.tsx'
import { DatasetForMachines } from '../parts/dataset-for-machines.tsx'
import { DatasetPreview } from '../parts/dataset-preview.tsx'
import { changedText, openDataText } from '../text/index.ts'
import type { Route } from './+types/dataset-page'

const PREVIEWED = 10

export const headers = publicPageHeaders

export async function loader({ context, request, params }: Route.LoaderArgs) {
  const lang = languageOf(new URL(request.url).pathname)
  const { ctx } = await agencyOf(context)
  const dataset = await context.get(openDataContext).find(ctx, params.dataset)
  if (!dataset) throw data(null, 404)
  const { source, rows, faults, beyond, changedAt, files } = dataset
  const publisher = await publisherOf(context)
  const origin = appOf(context).origin
  return {
    lang,
    origin,
    key: source.key,
    packageName: packageName(publisher.code, source.key),
    title: source.title[lang],
    description: source.description[lang],
    objective: source.objective[lang],
    keywords: source.keywords.map((keyword) => keyword[lang]),
    dataType: source.dataType,
    updates: source.updates,
    fields: source.fields,
    page: source.page(lang),
    years: yearsOf(dataset),
    preview: rows.slice(0, PREVIEWED),
    count: rows.length,
    leftOut: new Set(faults.map(({ row }) => row)).size,
    beyond,
    changedOn: changedAt && formatDay(thaiDay(changedAt), lang),
    files: files.map(({ form, fileName, bytes, sha256 }) => ({ form, fileName, size: bytes.length, sha256 })),
    publisher: {
      name: publisher.name[lang],
      email: publisher.email,
      license: publisher.license && { title: publisher.license.title, address: publisher.license.address },
    },
  }
}

export type DatasetView = Route.ComponentProps['loaderData']

export default function DatasetPage({ loaderData: dataset }: Route.ComponentProps) {
  const { lang, title, count, preview } = dataset
  const text = openDataText(lang)
  return (
    <>
      <title>{`${title} – ${text.title}`}</title>
      <meta name="description" content={dataset.description} />
      <Crumbs
        lang={lang}
        trail={[
          { label: shellText(lang).home, to: addressOf.home(lang) },
          { label: text.title, to: addressOf.data(lang) },
          { label: title, to: null },
        ]}
      />
      <div className="stack wide">
        <div className="page-head">
          <h1>{title}</h1>
          <p className="lead">{dataset.description}</p>
          <p className="muted">
            {text.rows(count)} · {changedText(lang, { rows: count, day: dataset.changedOn })}
          </p>
        </div>
        {dataset.leftOut > 0 && <Notice kind="warning">{text.leftOut(dataset.leftOut)}</Notice>}
        {dataset.beyond > 0 && <Notice kind="warning">{text.beyond(dataset.beyond)}</Notice>}
        <DatasetDownloads lang={lang} dataset={dataset.key} files={dataset.files} />
        <section className="stack" aria-labelledby="preview">
          <h2 id="preview">{text.preview}</h2>
          {count === 0 ? (
            <p>{text.empty}</p>
          ) : (
            <DatasetPreview
              lang={lang}
              caption={text.previewOf(preview.length, count)}
              fields={dataset.fields}
              rows={preview}
            />
          )}
        </section>
        <Fields lang={lang} fields={dataset.fields} />
        <About dataset={dataset} />
        <section className="stack" aria-labelledby="cite">
          <h2 id="cite">{text.cite}</h2>
          <p className="data-citation">{citationOf(dataset)}</p>
        </section>
        <DatasetForMachines lang={lang} dataset={dataset} />
      </div>
    </>
  )
}

function citationOf({ lang, title, publisher, changedOn, origin, key }: DatasetView): string {
  const text = openDataText(lang)
  const given = { agency: publisher.name, title, address: origin + addressOf.data(lang, key) }
  return changedOn === null ? text.citationUndated(given) : text.citation({ ...given, day: changedOn })
}

function Fields({ lang, fields }: { lang: Language; fields: DatasetView['fields'] }) {
  const text = openDataText(lang)
  return (
    <section className="stack" aria-labelledby="fields">
      <h2 id="fields">{text.fields}</h2>
      <DataTable
        caption={text.fields}
        columns={[
          { label: text.fieldName },
          { label: text.fieldTitle },
          { label: text.fieldType },
          { label: text.fieldRequired },
        ]}
        rows={fields.map(({ name, title, type, isRequired }) => ({
          key: name,
          cells: [
            <code key="name">{name}</code>,
            title[lang],
            text.types[type],
            isRequired ? text.yes : text.no,
          ],
        }))}
      />
    </section>
  )
}

function About({ dataset }: { dataset: DatasetView }) {
  const { lang, publisher, years } = dataset
  const text = openDataText(lang)
  return (
    <section className="stack" aria-labelledby="about">
      <h2 id="about">{text.about}</h2>
      <Facts
        rows={[
          [text.objective, dataset.objective],
          [text.publisher, publisher.name],
          [text.contact, <Contact key="contact" lang={lang} email={publisher.email} />],
          [
            text.license,
            publisher.license ? (
              <a key="license" href={publisher.license.address} rel="license" lang="en">
                {publisher.license.title}
              </a>
            ) : (
              text.noLicense
            ),
          ],
          [text.updates, text.updateUnits[dataset.updates]],
          [text.dataType, text.dataTypes[dataset.dataType]],
          [text.years, years ? text.span(years.first, years.last) : text.noYears],
          [text.changed, dataset.changedOn ?? changedText(lang, { rows: dataset.count, day: null })],
          [text.keywords, dataset.keywords.join(', ')],
          [
            text.page,
            <a key="page" href={dataset.page}>
              {text.toPage}
            </a>,
          ],
        ]}
      />
    </section>
  )
}

function Contact({ lang, email }: { lang: Language; email: string | null }) {
  const text = openDataText(lang)
  if (email !== null) return <a href={`mailto:${email}`}>{email}</a>
  return (
    <>
      {text.noContact} <a href={addressOf.sitePage(lang, 'contact')}>{text.toContact}</a>
    </>
  )
}
