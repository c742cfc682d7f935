import type { Language } from '../../../i18n/language.ts'
import { buddhistYear } from '../../../kernel/thai-date.ts'
import { formatInstant } from '../../../kernel/thai-day.ts'
import { addressOf } from '../../../web/addresses.ts'
import { type MatterKind, shortHash } from '../matter.domain.ts'
import type { NamedResolution } from '../publications/publication.domain.ts'
import { resolutionSentence } from '../publications/resolution-sentence.domain.ts'
import { approvalsTerms } from '../text/index.ts'
import type { VerifyAnswer } from './answer.domain.ts'
import { permanentAddress } from './permanent-address.ts'
import { verifyText } from './text/index.ts'

export type Verdict = 'published' | 'superseded' | 'withdrawn' | 'unknown' | 'same-content'
type ShownResolution = Readonly<{ sentence: string; wording: string; isWithdrawn: boolean }>

/** An answer in words of one language, ready to be set. Addresses lead to pages of this site. */
export type ShownAnswer = Readonly<{
  verdict: Verdict
  hash: string
  found: Readonly<{
    status: Exclude<Verdict, 'unknown' | 'same-content'>
    title: string
    /** B.E.; null for what is of no year. */
    fiscalYear: string | null
    version: number
    publishedAt: string
    contentHash: string
    shortCode: string
    file: string | null
    resolutions: readonly ShownResolution[]
    address: string | null
    current: Readonly<{ said: string; address: string | null }> | null
    withdrawal: Readonly<{ said: string; reason: string; resolution: ShownResolution }> | null
  }> | null
}>

/** Their key is a fiscal year. */
const OF_A_YEAR: readonly MatterKind[] = ['report', 'measures']

export function shownAnswer(answer: VerifyAnswer, lang: Language): ShownAnswer {
  const { hash } = answer
  if (answer.status === 'unknown') return { verdict: 'unknown', hash, found: null }
  const text = verifyText(lang)
  const { current, withdrawal, file } = answer
  return {
    verdict: answer.match === 'same-content' ? 'same-content' : answer.status,
    hash,
    found: {
      status: answer.status,
      title: answer.title ?? text.untitled(approvalsTerms(lang).kinds[answer.kind], answer.key),
      fiscalYear: OF_A_YEAR.includes(answer.kind) ? answer.key : null,
      version: answer.version,
      publishedAt: formatInstant(answer.publishedAt, lang),
      contentHash: answer.contentHash,
      shortCode: shortHash(answer.contentHash),
      file: file && `${file.format.toUpperCase()} ${file.fileName}`,
      resolutions: answer.resolutions.map((one) => shownResolution(one, lang)),
      address: permanentAddress(lang, answer),
      current: current && {
        said: text.currentVersion(current.version, formatInstant(current.publishedAt, lang)),
        address: currentAddress(answer, lang),
      },
      withdrawal: withdrawal && {
        said: formatInstant(withdrawal.at, lang),
        reason: withdrawal.reason,
        resolution: shownResolution(withdrawal.resolution, lang),
      },
    },
  }
}

const shownResolution = (one: NamedResolution, lang: Language): ShownResolution => ({
  sentence: resolutionSentence(lang, one),
  wording: one.wording,
  isWithdrawn: one.isWithdrawn,
})

/** The newest version has the address of the report itself. */
const currentAddress = ({ kind, key }: { kind: string; key: string }, lang: Language): string | null => {
  const year = kind === 'report' ? buddhistYear(key) : null
  return year === null ? null : addressOf.report(lang, year)
}
