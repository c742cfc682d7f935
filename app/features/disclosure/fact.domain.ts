import type { MaybeBilingual } from '../../i18n/language.ts'
import { cleanLine, cleanText } from '../../kernel/clean-text.ts'
import { err, ok, type Result } from '../../kernel/result.ts'
import type { IsoDay } from '../../kernel/thai-date.ts'
import type { FactKind } from './disclosure.domain.ts'

/** A fact as somebody typed it; what its kind does not ask for is not kept. */
export type TypedFact = Readonly<{
  kind: FactKind
  title: MaybeBilingual
  words: string | null
  /** Of a link, or of a page of the platform. */
  address: string | null
  /** Of a file. */
  evidenceId: string | null
  date: IsoDay | null
}>

/** A fact that may be kept. */
export type FactContent = Readonly<{
  kind: FactKind
  title: MaybeBilingual
  words: string | null
  address: string | null
  date: IsoDay | null
}>

const LONGEST_TITLE = 300
const LONGEST_WORDS = 20_000
const LONGEST_ADDRESS = 2_000

export type FactFault =
  | 'fact.no-title'
  | 'fact.title-too-long'
  | 'fact.no-words'
  | 'fact.words-too-long'
  | 'fact.bad-address'
  | 'fact.unknown-page'
  | 'fact.no-file'

/** `isPage`: whether an own public page answers at a path of the Thai form. */
export function cleanFact(
  typed: TypedFact,
  isPage: (path: string) => boolean,
): Result<FactContent, FactFault> {
  const title = { th: cleanLine(typed.title.th), en: cleanLine(typed.title.en ?? '') || null }
  const words = cleanText(typed.words ?? '').trim() || null
  if (title.th === '') return err('fact.no-title')
  if (title.th.length > LONGEST_TITLE || (title.en?.length ?? 0) > LONGEST_TITLE)
    return err('fact.title-too-long')
  if (typed.kind === 'text' && words === null) return err('fact.no-words')
  if ((words?.length ?? 0) > LONGEST_WORDS) return err('fact.words-too-long')
  if (typed.kind === 'file' && typed.evidenceId === null) return err('fact.no-file')
  const address = addressOf(typed, isPage)
  return address.ok
    ? ok({ kind: typed.kind, title, words, address: address.value, date: typed.date })
    : address
}

function addressOf(
  { kind, address }: TypedFact,
  isPage: (path: string) => boolean,
): Result<string | null, FactFault> {
  if (kind === 'text' || kind === 'file') return ok(null)
  const typed = cleanLine(address ?? '')
  if (kind === 'page') return isPage(typed) ? ok(typed) : err('fact.unknown-page')
  const parsed = URL.canParse(typed) ? new URL(typed) : null
  const isOpen = parsed !== null && /^https?:$/u.test(parsed.protocol) && parsed.username === ''
  if (!isOpen || parsed.href.length > LONGEST_ADDRESS) return err('fact.bad-address')
  return ok(parsed.href)
}
