import type { CatalogueErrorCode } from './catalogue.errors.ts'
import type { Library, Translations } from './library-form.domain.ts'

/** A place of a library that cannot be used. `path` is the way to it in the file ("objects.framework.ref_id"). */
export type LibraryFault = Readonly<{ code: LibraryFaultCode; path: string; reason: string }>
export type LibraryFaultCode = Extract<CatalogueErrorCode, `library.${string}`>

/**
 * The library as the data of one of the catalogue's own files, yet unchecked, with the place in the library of every row
 * of it, so that a fault found later can be named where the reader sees it.
 */
export type Draft = Readonly<{
  data: unknown
  places: Readonly<Record<string, readonly string[]>>
  faults: readonly LibraryFault[]
}>

/** A Buddhist-era framework year inside a name or URN, or null. */
export function yearIn(text: string): number | null {
  const match = /(?<!\d)25\d{2}(?!\d)/.exec(text)
  return match ? Number(match[0]) : null
}

export const wrong = (path: string, reason: string): LibraryFault => ({
  code: 'library.wrong-shape',
  path,
  reason,
})

/** Reads annotations, and notes at `path` each that begins like an object and is none. */
export const annotationReader =
  (faults: LibraryFault[]) =>
  (annotation: string | null | undefined, path: string): Readonly<Record<string, unknown>> => {
    // Remarks that people write are no data; only an annotation that begins like an object is read as one.
    if (!annotation?.trimStart().startsWith('{')) return {}
    try {
      return JSON.parse(annotation) as Record<string, unknown>
    } catch {
      faults.push(wrong(`${path}.annotation`, 'begins like JSON and is not'))
      return {}
    }
  }

/** A text of the library in both languages; one that is not translated stands in both. */
export function bilingual({
  locale,
  own,
  translations,
  field,
}: Readonly<{
  locale: string
  own: string | null | undefined
  translations: Translations | undefined
  field: string
}>) {
  const other = locale === 'en' ? 'th' : 'en'
  const translated = translations?.[other]?.[field] ?? own
  return locale === 'en' ? { th: translated, en: own } : { th: own, en: translated }
}

/** How sure the rows of a library are that say nothing of it themselves. */
export const provenanceOf = ({ provider, packager }: Library) =>
  provider ? { certainty: 'sourced', source: provider } : { certainty: 'unverified', source: packager }
