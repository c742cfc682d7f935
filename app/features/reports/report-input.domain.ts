import type { Language } from '../../i18n/language.ts'
import type { Catalogue } from '../catalogue/index.ts'
import type { Cycle, SuspectedFault } from '../improvement/index.ts'
import type { ReportProof } from './report-proof.domain.ts'
import type { Finding, Verdict } from './verdict.domain.ts'

/** Everything that a report is built from. */
export type ReportInput = Readonly<{
  cycle: Cycle
  catalogue: Catalogue
  /** Null when no rule is known for the item that the report answers. */
  verdict: Verdict | null
  findings: readonly Finding[]
  suspectedFaults: readonly SuspectedFault[]
  /** SHA-256 of the canonical JSON of the cycle's content, hexadecimal. */
  contentHash: string
  lang: Language
  /** Whether the appendix lists the findings. */
  withFindings: boolean
  /** Null for what is not public, and where nothing of its publication is known. */
  proof: ReportProof | null
}>
