import type { Section } from '../report.domain.ts'
import type { ReportInput } from '../report-input.domain.ts'
import { reportHeadings, reportWords } from '../text/index.ts'

/** Advisers, authors and any other list of names, as published, each under its own heading. */
export function nameSections({ cycle, lang }: ReportInput): Section[] {
  const words = reportWords(lang)
  return cycle.nameLists.map(({ heading, persons }, index) => ({
    id: `names-${index + 1}`,
    heading,
    newPage: index === 0,
    blocks: [
      {
        kind: 'table',
        caption: heading,
        head: [reportHeadings(lang).number, words.name, words.position],
        rows: persons.map(({ number, name, position }) => [
          { text: number ?? '', align: 'start' },
          { text: name, align: 'start' },
          { text: position, align: 'start' },
        ]),
        widths: [6, 40, 54],
      },
    ],
  }))
}
