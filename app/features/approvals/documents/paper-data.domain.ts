import { type Inline, type Place, plainInline } from '../../../kernel/inline-text.ts'
import { officialForm as form } from './official-form.th.ts'
import type { OfficialPaper, PaperPart, Roster } from './official-paper.domain.ts'
import { MM_PER_POINT, SHEET, TEXT_WIDTH } from './official-sheet.table.ts'

/** Sets a text on a line that many millimetres wide, in letters of that many points. */
export type Line = (text: string, width?: number, size?: number) => Inline

/** `names` are not divided at the end of a line. */
export const lineOf =
  (names: readonly string[]): Line =>
  (text, width = TEXT_WIDTH, size = SHEET.size) => {
    const place: Place = { widthEm: width / (size * MM_PER_POINT), names }
    return plainInline(text, place)
  }

/** What every template of the room reads. */
export const frameData = (
  {
    title,
    agencyName,
    foot,
    madeAt,
  }: Readonly<{ title: string; agencyName: string; foot: string; madeAt: Date }>,
  line: Line,
) => ({
  meta: { title, author: agencyName, createdOn: madeAt.toISOString().slice(0, 10).split('-').map(Number) },
  paper: SHEET,
  foot: line(foot, TEXT_WIDTH - 30, 9),
  words: { page: line(form.page), signed: line(form.signed) },
})

/** What the template prints of a paper, words already divided into atoms. */
export function paperData(paper: OfficialPaper) {
  const line = lineOf(namesIn(paper))
  return {
    k: 'paper',
    ...frameData(paper, line),
    head: paper.head.map((text, index) => line(text, TEXT_WIDTH - 10, index === 0 ? 14 : SHEET.size)),
    rosters: paper.rosters.map((roster) => rosterData(roster, line)),
    opening: paper.opening === null ? null : line(paper.opening),
    items: paper.items.map(({ heading, parts }) => ({
      heading: line(heading),
      parts: parts.map((part) => partData(part, line)),
    })),
    closing: paper.closing === null ? null : line(paper.closing),
    signatures: paper.signatures.map(({ label, name, fields }) => ({
      label: line(label),
      name: name === null ? null : line(name, 60),
      fields: fields.map((field) => line(field)),
    })),
  }
}

/** The words of names: first name and family name may stand on two lines, neither is divided. */
const namesIn = ({ agencyName, rosters, signatures }: OfficialPaper): readonly string[] => {
  const people = rosters.flatMap((roster) => roster.people.map(({ name }) => name))
  const signers = signatures.flatMap(({ name }) => name ?? [])
  return [agencyName, ...[...people, ...signers].flatMap((name) => name.split(/\s+/u))]
}

function rosterData({ heading, people }: Roster, line: Line) {
  const [nameWidth, titleWidth] = SHEET.roster
  return {
    heading: line(heading),
    people: people.map(({ name, title }) => ({
      name: line(name, nameWidth),
      title: line(title, titleWidth),
    })),
  }
}

const SMALL = 9
const INNER = TEXT_WIDTH - SHEET.indent

export function partData(part: PaperPart, line: Line) {
  switch (part.kind) {
    case 'text':
      return { k: 'text', paragraphs: part.paragraphs.map((text) => line(text)) }
    case 'labelled':
      return { k: 'labelled', label: line(part.label, INNER), text: line(part.text, INNER) }
    case 'hash':
      return {
        k: 'hash',
        label: line(part.label, INNER, SMALL),
        short: line(part.short, INNER, SMALL),
        full: line(part.full, INNER, SMALL),
      }
    case 'list':
      return {
        k: 'list',
        label: line(part.label, INNER),
        entries: part.entries.map((entry) => line(entry, INNER - 10)),
      }
    case 'note':
      return { k: 'note', t: line(part.text, INNER, 9.5) }
  }
}
