import { textWidth } from '../../../kernel/chart/label-lines.ts'
import { atomsOf } from '../../../kernel/thai-words.ts'
import { officialForm as form } from './official-form.th.ts'
import { MM_PER_POINT, SHEET, TEXT_WIDTH } from './official-sheet.table.ts'
import { frameData, lineOf, partData } from './paper-data.domain.ts'
import { factsOf, type PackFile, type PackPaper, type PapersPack } from './papers-pack.domain.ts'

/** At the foot of a page that somebody brought in: free of it, for the number of the page. Millimetres. */
export const BAND = { height: 10, side: 12, size: 8.5 } as const

/** What the template prints of a pack: its own pages, and empty ones in the sizes that the papers need. */
export function packData(pack: PapersPack) {
  const line = lineOf([pack.agencyName])
  return {
    k: 'pack',
    ...frameData(pack, line),
    band: BAND,
    cover: {
      agency: line(pack.agencyName, TEXT_WIDTH, 13),
      lines: pack.cover.map((text, index) => line(text, TEXT_WIDTH, index === 0 ? 22 : 14)),
    },
    agendaTitle: line(pack.agendaTitle, TEXT_WIDTH, 14),
    say: {
      papers: line(form.papersOfItem),
      noPapers: line(form.noPapers),
      pages: line(form.pages),
      notInPack: line(form.notInPack),
    },
    items: pack.items.map(({ heading, parts, papers }) => ({
      heading: line(heading, TEXT_WIDTH, 14),
      parts: parts.map((part) => partData(part, line)),
      papers: papers.map((paper) => paperRow(paper, line)),
    })),
  }
}

const SMALL = 9
const INNER = TEXT_WIDTH - 10

function paperRow(paper: PackPaper, line: ReturnType<typeof lineOf>) {
  const { title, content } = paper
  const facts = factsOf(paper)
  return {
    title: line(title, INNER),
    facts: facts === '' ? null : line(facts, INNER, SMALL),
    leftOut: typeof content === 'string' ? line(form.leftOut[content], INNER, SMALL) : null,
    sheets: typeof content === 'string' ? [] : sheetsOf(title, content, line),
  }
}

const sheetsOf = (title: string, { sheets }: PackFile, line: ReturnType<typeof lineOf>) =>
  sheets.map(({ width, height }, index) => ({
    width,
    height,
    // On one line: the number of the page stands beside it.
    title: line(shortened(title, width - 2 * BAND.side - 80), SHEET.width, BAND.size),
    said: form.pictured(title, index + 1, sheets.length),
  }))

/** The text as far as it fits a width in millimetres; cut between words, and said to be cut. */
function shortened(text: string, width: number): string {
  const fits = (part: string) => textWidth(part, { size: BAND.size * MM_PER_POINT, bold: true }) <= width
  if (fits(text)) return text
  let kept = ''
  for (const atom of atomsOf(text)) {
    if (!fits(`${kept}${atom}…`)) break
    kept += atom
  }
  return `${kept.trimEnd()}…`
}
