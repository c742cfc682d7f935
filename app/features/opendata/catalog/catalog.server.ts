import type { RouterContextProvider } from 'react-router'
import { addressOf } from '../../../web/addresses.ts'
import { agencyOf, appOf } from '../../../web/context.server.ts'
import { type OpenDataset, openDataContext } from '../open-data.server.ts'
import { licenseOf, type Publisher } from '../publisher.domain.ts'

/** Everything that a catalogue says, before it is written in a form. */
export type Catalog = Readonly<{
  /** Of the site, without a slash at the end. */
  origin: string
  publisher: Publisher
  datasets: readonly OpenDataset[]
}>

/** The open data of the agency of an address. Answers 404 where there is none yet. */
export async function catalogOf(context: Readonly<RouterContextProvider>): Promise<Catalog> {
  const { ctx } = await agencyOf(context)
  return {
    origin: appOf(context).origin,
    publisher: await publisherOf(context),
    datasets: await context.get(openDataContext).list(ctx),
  }
}

/** Whose data it is, as the foot of every page says it. */
export async function publisherOf(context: Readonly<RouterContextProvider>): Promise<Publisher> {
  const agency = await agencyOf(context)
  const [frame, license] = await Promise.all([
    appOf(context).frame('th'),
    context.get(openDataContext).licenseOf(agency.ctx),
  ])
  const contact = frame?.contact ?? null
  return {
    code: agency.ctx.agency.code,
    name: { th: agency.nameTh, en: agency.nameEn ?? agency.nameTh },
    email: contact?.officialEmail ?? contact?.email ?? null,
    telephone: contact?.telephones[0] ?? null,
    license: licenseOf(license),
  }
}

/** First and last year of the Buddhist era that the rows speak of; null where they speak of none. */
export function yearsOf({ source, rows }: OpenDataset): Readonly<{ first: number; last: number }> | null {
  const names = source.fields.filter(({ type }) => type === 'year').map(({ name }) => name)
  const years = rows
    .flatMap((row) => names.map((name) => row[name]))
    .filter((year) => typeof year === 'number')
  if (years.length === 0) return null
  return years.reduce(
    (span, year) => ({ first: Math.min(span.first, year), last: Math.max(span.last, year) }),
    { first: Number.POSITIVE_INFINITY, last: Number.NEGATIVE_INFINITY },
  )
}

/** When anything in it last changed; null while it is all empty. */
export const newestChange = (datasets: readonly OpenDataset[]): Date | null =>
  datasets.reduce<Date | null>(
    (newest, { changedAt }) => (changedAt && (!newest || changedAt > newest) ? changedAt : newest),
    null,
  )

/** Permanent addresses of a register, absolute. */
export const placeOf = (origin: string, key: string) => ({
  page: origin + addressOf.data('th', key),
  file: (fileName: string) => origin + addressOf.dataFile(key, fileName),
})
