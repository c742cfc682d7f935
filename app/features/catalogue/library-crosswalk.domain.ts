import type { ItemRef } from '../../kernel/item-ref.ts'
import type { Catalogue } from './catalogue.domain.ts'
import type { Library, LibraryMapping } from './library-form.domain.ts'
import {
  annotationReader,
  bilingual,
  type Draft,
  type LibraryFault,
  provenanceOf,
  wrong,
  yearIn,
} from './library-reading.domain.ts'
import { canonicalRef } from './lookup.domain.ts'

const MAPPINGS = 'objects.requirement_mapping_set.requirement_mappings'

/** Pairs of one mapping set. With a catalogue, codes are brought to the writing of their year and unknown ones refused. */
export function draftCrosswalk(
  library: Library,
  mappings: readonly LibraryMapping[],
  {
    catalogue,
    fromYear,
    toYear,
  }: Readonly<{ catalogue: Catalogue | null; fromYear: number; toYear: number }>,
): Draft {
  const faults: LibraryFault[] = []
  const note = annotationReader(faults)
  const pairs = mappings.map((mapping, at) => {
    const path = `${MAPPINGS}.${at}`
    const { from, to, ...extra } = note(mapping.annotation, path)
    if (yearIn(mapping.source_requirement_urn) !== fromYear)
      faults.push(wrong(`${path}.source_requirement_urn`, `must be an item of the framework of ${fromYear}`))
    const refFor = (urn: string, field: string, written: unknown) =>
      refOfUrn({ urn, written, catalogue, path: `${path}.${field}`, faults })
    return {
      ...provenanceOf(library),
      ...extra,
      from: refFor(mapping.source_requirement_urn, 'source_requirement_urn', from),
      to: mapping.target_requirement_urn
        ? refFor(mapping.target_requirement_urn, 'target_requirement_urn', to)
        : null,
      toYear,
      relationship: mapping.relationship === 'not_related' ? 'none' : mapping.relationship,
      comparable: comparableOf(mapping.strength_of_relationship),
      rationale: bilingual({
        locale: library.locale,
        own: mapping.rationale || '-',
        translations: mapping.translations,
        field: 'rationale',
      }),
    }
  })
  return {
    data: { schema: 'prongsai.crosswalk/1', version: String(library.version), pairs },
    places: { pairs: pairs.map((_, at) => `${MAPPINGS}.${at}`) },
    faults,
  }
}

function refOfUrn({
  urn,
  written,
  catalogue,
  path,
  faults,
}: Readonly<{
  urn: string
  written: unknown
  catalogue: Catalogue | null
  path: string
  faults: LibraryFault[]
}>): ItemRef | string {
  const match = /(25\d{2}):([a-z0-9.]+)$/i.exec(urn)
  if (!match) {
    faults.push(wrong(path, `${urn} names no item of a framework year`))
    return ''
  }
  const [, year = '', code = ''] = match
  if (catalogue) {
    const ref = canonicalRef(catalogue, Number(year), code)
    if (ref === null) faults.push(wrong(path, `${year}:${code} is not in the catalogue`))
    return ref ?? ''
  }
  const plain = `${year}:${code}`
  return typeof written === 'string' && written.toLowerCase() === plain.toLowerCase() ? written : plain
}

function comparableOf(strength: number | null | undefined): string {
  if (strength === 10) return 'yes'
  return strength === 0 ? 'no' : 'unknown'
}
