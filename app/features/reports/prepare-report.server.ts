import type { Language } from '../../i18n/language.ts'
import type { ItemRef } from '../../kernel/item-ref.ts'
import { canonicalJson, sha256Hex } from '../../platform/hash/content-hash.ts'
import type { Catalogue } from '../catalogue/index.ts'
import { type Cycle, contentOf, type SuspectedFault } from '../improvement/index.ts'
import { buildReport } from './build-report.domain.ts'
import { checkCompleteness } from './completeness.domain.ts'
import type { CompletenessRule } from './completeness-rule.domain.ts'
import { loadCompletenessRules } from './completeness-rules.server.ts'
import { findFindings } from './plausibility/find-findings.domain.ts'
import type { YearApprovals } from './plausibility/finding-input.domain.ts'
import type { Report } from './report.domain.ts'
import type { ReportProof } from './report-proof.domain.ts'
import type { Finding, Verdict } from './verdict.domain.ts'

export type PreparedReport = Readonly<{
  report: Report
  /** Null when no rule is known for the item that the report answers. */
  verdict: Verdict | null
  findings: readonly Finding[]
  contentHash: string
}>

type PrepareInput = Readonly<{
  cycle: Cycle
  catalogue: Catalogue
  lang: Language
  suspectedFaults: readonly SuspectedFault[]
  /** Puts the summary of the findings into the appendix. */
  withFindings: boolean
  /** What is recorded about the approvals of the year; absent where there are no records to read (the command line). */
  approvals?: Omit<YearApprovals, 'contentHash'>
  /** Of a document that is public: puts a last page behind the report by which a copy can be checked. */
  proof?: ReportProof | null
}>

/** Judges a cycle and makes the report of it, ready to be set in any format. */
export function prepareReport(input: PrepareInput): PreparedReport {
  const { cycle, catalogue, lang, suspectedFaults, withFindings } = input
  const verdict = judge(cycle, cycle.answers)
  const contentHash = contentHashOf(cycle)
  const findings = findFindings({
    cycle,
    catalogue,
    suspectedFaults,
    rule: ruleOf(cycle.answers),
    ...(input.approvals && { approvals: { ...input.approvals, contentHash } }),
  })
  const report = buildReport({
    cycle,
    catalogue,
    verdict,
    findings,
    suspectedFaults,
    contentHash,
    lang,
    withFindings,
    proof: input.proof ?? null,
  })
  return { report, verdict, findings, contentHash }
}

/** SHA-256 of the canonical JSON (RFC 8785) of the content: the same bytes that the JSON file of the report holds. */
const contentHashOf = (cycle: Cycle): string => sha256Hex(canonicalJson(contentOf(cycle)))

/** The verdict by the rule of one item; null when no rule is known for it. */
export function judge(cycle: Cycle, item: ItemRef): Verdict | null {
  const rule = ruleOf(item)
  return rule ? checkCompleteness({ cycle, rule }) : null
}

/** What an item demands; null when no rule is known for it. */
export const ruleOf = (item: ItemRef): CompletenessRule | null => loadCompletenessRules().get(item) ?? null

/** Whether the program can judge reports that answer an item. */
export const hasRule = (item: ItemRef): boolean => loadCompletenessRules().has(item)

/** Items that can be checked, by year. */
export const checkableItems = (): readonly ItemRef[] => [...loadCompletenessRules().keys()]
