import type { MaybeBilingual } from '../../../i18n/language.ts'
import { foldEmail } from '../../people/index.ts'
import type { LookFaults } from '../look.errors.ts'
import type { PagePicture } from '../pages/page.domain.ts'
import { createReader, foldTelephone, type TypedForm } from './typed-words.domain.ts'

/** ผู้บริหาร: who leads the agency, as the site says it. */
export type Executive = Readonly<{
  id: string
  name: MaybeBilingual
  title: MaybeBilingual
  telephone: string | null
  email: string | null
  picture: PagePicture | null
  /** From 1; the first is the head of the agency. */
  position: number
  version: number
}>

/** What a form says of one; the picture is chosen apart. */
export type ExecutiveFacts = Pick<Executive, 'name' | 'title' | 'telephone' | 'email'>

const LONGEST = 200

export function readExecutive(
  typed: TypedForm,
): Readonly<{ facts: ExecutiveFacts | null; faults: LookFaults }> {
  const { line, fault, faults } = createReader(typed)
  const words = (field: string, missing: 'executive.no-name' | 'executive.no-position') => {
    const th = line(`${field}Th`, LONGEST, 'executive.too-long')
    if (th === null) fault(`${field}Th`, missing)
    return { th: th ?? '', en: line(`${field}En`, LONGEST, 'executive.too-long') }
  }
  const telephone = line('telephone', LONGEST, 'executive.bad-telephone')
  const email = line('email', 300, 'executive.bad-email')
  const facts = {
    name: words('name', 'executive.no-name'),
    title: words('title', 'executive.no-position'),
    telephone: telephone && (foldTelephone(telephone) ?? fault('telephone', 'executive.bad-telephone')),
    email: email && (foldEmail(email) ?? fault('email', 'executive.bad-email')),
  }
  return { facts: Object.keys(faults).length === 0 ? facts : null, faults }
}

/** The order of the identifiers after one moved by a place; null where it stands at that end, or is not there. */
export function movedBy(ids: readonly string[], id: string, step: -1 | 1): readonly string[] | null {
  const from = ids.indexOf(id)
  const to = from + step
  if (from < 0 || to < 0 || to >= ids.length) return null
  const rest = ids.filter((one) => one !== id)
  return rest.toSpliced(to, 0, id)
}
