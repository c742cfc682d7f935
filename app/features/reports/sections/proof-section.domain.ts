import { plain } from '../../../kernel/rich-text.ts'
import { formatDay } from '../../../kernel/thai-date.ts'
import type { ReportBlock, Section } from '../report.domain.ts'
import type { ReportInput } from '../report-input.domain.ts'
import type { ReportProof } from '../report-proof.domain.ts'
import { proofWords } from '../text/index.ts'

/** The last page of a document that is public: how a copy of it is checked, and by which resolutions it is public. */
export function proofSection({ proof, contentHash, lang }: ReportInput): Section[] {
  if (!proof) return []
  const words = proofWords(lang)
  const listed = (key: string, text: string, lines: readonly string[]): ReportBlock[] =>
    lines.length === 0
      ? []
      : [
          { kind: 'heading', id: `proof-${key}`, level: 2, text },
          { kind: 'numbered', items: lines.map(plain) },
        ]
  return [
    {
      id: 'proof',
      heading: words.heading,
      newPage: true,
      blocks: [
        {
          kind: 'qr',
          address: proof.address,
          alt: words.qr,
          beside: [
            { label: words.shortHash, text: proof.shortHash, look: 'code' },
            {
              label: words.published,
              text: words.publishedOn(proof.version, formatDay(proof.publishedOn, lang)),
              look: 'plain',
            },
            { label: words.where, text: checkingPage(proof), look: 'plain' },
            { label: words.hash, text: inGroups(contentHash), look: 'hash' },
          ],
        },
        ...listed('resolutions', words.resolutions, proof.resolutions),
        ...listed('how', words.how, words.steps),
      ],
    },
  ]
}

/** The address without its hash: short enough to be typed. */
const checkingPage = ({ address }: ReportProof): string => address.replace(/\/[^/]*$/, '')

/** Groups of eight, so that a line breaks between them and an eye finds its place again. */
const inGroups = (hash: string): string => (hash.match(/.{1,8}/g) ?? []).join(' ')
