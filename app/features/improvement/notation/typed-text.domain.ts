import { cleanText } from '../../../kernel/clean-text.ts'
import { ok, type Result } from '../../../kernel/result.ts'
import type { Block, RichText, Run } from '../../../kernel/rich-text.ts'
import type { Catalogue } from '../../catalogue/index.ts'
import { newLedger } from '../importers/ledger.domain.ts'
import { type CitingPart, cite } from '../importers/rules/citing.domain.ts'
import { readNotation, type UnknownCitation, writeNotation } from './notation.domain.ts'

/** Which year (B.E.) the codes of a text belong to, by where it stands; see `CitingRules`. */
export type TypedHome = Readonly<{
  part: CitingPart
  resultsYear: number
  fiscalYear: number
  catalogue: Catalogue
}>

const homeYear = ({ part, resultsYear, fiscalYear }: TypedHome): number =>
  part === 'analysis' ? resultsYear : fiscalYear

/**
 * Reads a text of a form, whose field held `now`. What was sent back as it was shown is left exactly as it stands. Items in
 * parentheses or after a word that introduces them ("ข้อ O14") are citations without brackets too: an import of the published
 * report would take them so, and what is typed and what is imported shall be the same. Only brackets claim to be a citation,
 * so only an unknown item in brackets is refused.
 */
export function readTyped(typed: string, now: RichText, home: TypedHome): Result<RichText, UnknownCitation> {
  const year = homeYear(home)
  if (typed.replace(/\r\n?/gu, '\n').trim() === writeNotation(now, { year }).trim()) return ok(now)
  const read = readNotation(cleanText(typed), { year, catalogue: home.catalogue })
  return read.ok ? ok(withPlainCitations(read.value, home)) : read
}

const HIDDEN = '\ufffc'

/** Citations that have no brackets. Those that have them are out of sight of the rule: they are decided. */
function withPlainCitations(text: RichText, { part, ...years }: TypedHome): RichText {
  const rules = { ...years, ledger: newLedger(() => ({ th: '', en: '' })) }
  return text.map((block): Block => {
    const inRuns = (runs: readonly Run[]): readonly Run[] => {
      const decided = runs.filter(isCitation)
      const hidden = runs.map((run) =>
        isCitation(run) ? { text: HIDDEN.repeat(run.text.length), cites: [] } : run,
      )
      const [cited] = cite([{ kind: 'paragraph', runs: hidden }], { part, line: 0 }, rules)
      let next = 0
      return (cited?.kind === 'paragraph' ? cited.runs : []).map((run) =>
        run.cites?.length === 0 ? (decided[next++] ?? run) : run,
      )
    }
    return block.kind === 'paragraph'
      ? { ...block, runs: inRuns(block.runs) }
      : { ...block, items: block.items.map((item) => ({ ...item, runs: inRuns(item.runs) })) }
  })
}

const isCitation = ({ cites = [] }: Run): boolean => cites.length > 0
