import type { MaybeBilingual } from '../../../i18n/language.ts'
import { cleanLine, cleanText } from '../../../kernel/clean-text.ts'
import type { IsoDay } from '../../../kernel/thai-date.ts'
import { dayAsTyped, typedDay } from '../../../kernel/typed-day.ts'
import { LONGEST_BODY } from './markdown-bounds.domain.ts'
import type { PageContent, PageKind, PagePicture, ServiceFacts, ServicePart } from './page.domain.ts'
import type { PageFaults } from './page.errors.ts'
import { cleanSlug, LONGEST_SLUG, slugFrom } from './slug.domain.ts'

/** Parts of a service manual, in the order in which somebody needs them. */
export const SERVICE_PARTS = ['steps', 'time', 'channels', 'fee', 'documents', 'laws'] as const
export type ServicePartName = (typeof SERVICE_PARTS)[number]

/** The form of a page, field by field as it is typed. */
export type PageValues = Readonly<Record<string, string>>

/** A page at work, but for its pictures, which are chosen apart. */
export type PageFacts = Readonly<{
  content: PageContent
  unitId: string | null
  reviewOn: IsoDay | null
}>

const LONGEST = { title: 200, lead: 600, part: 8000 } as const
const NOTHING: MaybeBilingual = { th: '', en: null }

/** The names of the fields of a form, by what they say together: what one of two people wrote stands or falls together. */
export const fieldsOf = (kind: PageKind): Readonly<Record<string, readonly string[]>> => ({
  title: ['titleTh', 'titleEn'],
  slug: ['slug'],
  ...(kind === 'question' ? {} : { lead: ['leadTh', 'leadEn'] }),
  body: ['bodyTh', 'bodyEn'],
  ...(kind === 'news' ? { date: ['date'] } : {}),
  ...(kind === 'service'
    ? Object.fromEntries(SERVICE_PARTS.map((part) => [part, [`${part}Th`, `${part}En`, `${part}None`]]))
    : {}),
  unitId: ['unitId'],
  reviewOn: ['reviewOn'],
})

/** A page as its form shows it. */
export function pageValues({ content, unitId, reviewOn }: PageFacts): PageValues {
  const both = (name: string, text: MaybeBilingual | null) => ({
    [`${name}Th`]: text?.th ?? '',
    [`${name}En`]: text?.en ?? '',
  })
  const parts = SERVICE_PARTS.map((name) => {
    const part = content.service?.[name] ?? null
    return { ...both(name, part?.text ?? null), [`${name}None`]: part?.state === 'none' ? 'on' : '' }
  })
  return {
    ...both('title', content.title),
    slug: content.slug,
    ...both('lead', content.lead),
    ...both('body', content.body),
    ...(content.kind === 'news' ? { date: content.date === null ? '' : dayAsTyped(content.date) } : {}),
    ...(content.kind === 'service' ? Object.assign({}, ...parts) : {}),
    unitId: unitId ?? '',
    reviewOn: reviewOn === null ? '' : dayAsTyped(reviewOn),
  }
}

/**
 * Reads the form of a page; every wrong field has its own fault. An address that was not typed is made from the English title.
 * A part of a service that says nothing is missing.
 */
export function readPageForm(
  kind: PageKind,
  values: PageValues,
  pictures: readonly PagePicture[],
): Readonly<{ facts: PageFacts; faults: PageFaults }> {
  const faults: Record<string, PageFaults[string]> = {}
  const at = (field: string) => values[field] ?? ''
  const long = (field: string, text: string, most: number) => {
    if (text.length > most) faults[field] = 'page.too-long'
    return text
  }
  const line = (field: string, most: number) => long(field, cleanLine(at(field)), most)
  const lines = (field: string, most: number) => long(field, cleanText(at(field)).trim(), most)
  const pair = (name: string, read: (field: string) => string): MaybeBilingual => ({
    th: read(`${name}Th`),
    en: read(`${name}En`) || null,
  })
  const day = (field: string): IsoDay | null => {
    if (at(field).trim() === '') return null
    const found = typedDay(at(field))
    if (found === null) faults[field] = 'page.bad-day'
    return found
  }
  const both = (name: string, most: number) => pair(name, (field) => line(field, most))
  const title = both('title', LONGEST.title)
  if (title.th === '') faults.titleTh = 'page.no-title'
  const lead = pair('lead', (field) => line(field, LONGEST.lead))
  if (lead.th === '' && lead.en !== null) faults.leadTh = 'page.thai-missing'
  const body = pair('body', (field) => lines(field, LONGEST_BODY))
  if (body.th === '' && body.en !== null) faults.bodyTh = 'page.thai-missing'
  const slug = cleanSlug(at('slug')) || slugFrom(title.en ?? '')
  const typedSlug = at('slug').trim()
  if (slug === null || (typedSlug !== '' && cleanSlug(typedSlug) === null)) faults.slug = 'page.bad-slug'
  else if (slug === '') faults.slug = 'page.no-slug'
  else if (slug.length > LONGEST_SLUG) faults.slug = 'page.too-long'
  const part = (name: ServicePartName): ServicePart => {
    const text = pair(name, (field) => lines(field, LONGEST.part))
    if (at(`${name}None`) === 'on') return { state: 'none', text: text.th === '' ? NOTHING : text }
    if (text.th === '' && text.en !== null) faults[`${name}Th`] = 'page.thai-missing'
    return text.th === '' ? null : { state: 'value', text }
  }
  const content: PageContent = {
    schema: 'prongsai.page/1',
    kind,
    slug: slug ?? '',
    title,
    lead: kind === 'question' || lead.th === '' ? null : lead,
    body,
    pictures,
    date: kind === 'news' ? day('date') : null,
    service:
      kind === 'service'
        ? (Object.fromEntries(SERVICE_PARTS.map((name) => [name, part(name)])) as ServiceFacts)
        : null,
  }
  return { facts: { content, unitId: at('unitId') || null, reviewOn: day('reviewOn') }, faults }
}

/** Parts of a service of which nobody has said anything yet. */
export const missingParts = (service: ServiceFacts | null): readonly ServicePartName[] =>
  service === null ? [] : SERVICE_PARTS.filter((name) => service[name] === null)

/** What keeps a page from being published; parts of a service that are missing do not. */
export function publishFault(
  content: PageContent,
  reviewOn: IsoDay | null,
): 'page.no-body' | 'page.no-date' | 'page.no-review-day' | null {
  if (
    content.body.th === '' &&
    (content.service === null || missingParts(content.service).length === SERVICE_PARTS.length)
  )
    return 'page.no-body'
  if (content.kind === 'news' && content.date === null) return 'page.no-date'
  return content.kind === 'policy' && reviewOn === null ? 'page.no-review-day' : null
}

/** Whether every word of a page stands there in English, too. */
export const isInEnglish = ({ title, lead, body, service }: PageContent): boolean =>
  title.en !== null &&
  (lead === null || lead.en !== null) &&
  (body.th === '' || body.en !== null) &&
  SERVICE_PARTS.every((name) => {
    const part = service?.[name] ?? null
    return part === null || part.text.th === '' || part.text.en !== null
  })
