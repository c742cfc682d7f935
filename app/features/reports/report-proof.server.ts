import type { Language } from '../../i18n/language.ts'
import { thaiDay } from '../../kernel/thai-day.ts'
import { addressOf } from '../../web/addresses.ts'
import { type Publication, resolutionSentence, shortHash } from '../approvals/index.ts'
import type { ReportProof } from './report-proof.domain.ts'

/** What the last page of a publication's files says. `origin` is the public address of the site, without a slash. */
export const proofOfPublication = (
  { contentHash, version, publishedAt, steps }: Publication,
  { origin, lang }: { origin: string; lang: Language },
): ReportProof => ({
  address: origin + addressOf.verify(lang, contentHash),
  shortHash: shortHash(contentHash),
  version,
  publishedOn: thaiDay(publishedAt),
  resolutions: steps.map((step) => resolutionSentence(lang, step)),
})
