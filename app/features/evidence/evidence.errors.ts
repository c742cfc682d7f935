import type { Bilingual } from '../../i18n/language.ts'
import type { PermissionRefusal } from '../../kernel/permission.ts'
import type { EvidenceFacts, EvidenceObject, FactName } from './evidence.domain.ts'
import { evidenceRefusalEn } from './text/evidence-refusal.en.ts'
import { evidenceRefusalTh } from './text/evidence-refusal.th.ts'

/** Every way in which evidence is refused; also the key of its sentence. */
export type EvidenceErrorCode = keyof typeof evidenceRefusalTh

/** Somebody else changed the same facts since the page was opened: `theirs` is what stands now, as `version`. */
export type EvidenceClash = Readonly<{
  code: 'evidence.clash'
  version: number
  fields: readonly FactName[]
  untouched: readonly FactName[]
  seen: EvidenceFacts
  theirs: EvidenceFacts
  mine: EvidenceFacts
}>
/** It proves something still: `uses` says what. */
export type EvidenceInUse = Readonly<{ code: 'evidence.in-use'; uses: readonly EvidenceObject[] }>
/** That link is evidence already: the identifiers of what may be read of it. */
export type LinkKnown = Readonly<{ code: 'evidence.link-known'; evidenceIds: readonly string[] }>

export type EvidenceError =
  | Readonly<{
      code: Exclude<EvidenceErrorCode, 'evidence.clash' | 'evidence.in-use' | 'evidence.link-known'>
    }>
  | EvidenceClash
  | EvidenceInUse
  | LinkKnown
  | PermissionRefusal

export const isEvidenceErrorCode = (code: string): code is EvidenceErrorCode =>
  Object.hasOwn(evidenceRefusalTh, code)

export const evidenceErrorText = (code: EvidenceErrorCode): Bilingual => ({
  th: evidenceRefusalTh[code],
  en: evidenceRefusalEn[code],
})
