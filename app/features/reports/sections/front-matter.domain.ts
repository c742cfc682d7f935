import { plain } from '../../../kernel/rich-text.ts'
import type { Cycle, Issue } from '../../improvement/index.ts'
import type { ReportBlock, Section } from '../report.domain.ts'
import { reportForm } from '../report-form.th.ts'

export const backgroundSection = ({ background }: Cycle): Section[] =>
  background.length === 0
    ? []
    : [
        {
          id: 'background',
          heading: reportForm.background,
          newPage: true,
          blocks: [{ kind: 'text', text: background }],
        },
      ]

/** The list of issues under its published heading; further lines of that heading stand as a heading of their own. */
export function issueListSection({ cover, issues }: Cycle): Section[] {
  if (issues.length === 0 && cover.issuesHeading === null) return []
  const [heading = '', ...further] = (cover.issuesHeading ?? reportForm.issues(issues.length)).split('\n')
  return [
    {
      id: 'issues',
      heading,
      newPage: false,
      blocks: [
        ...further.map(
          (text, index): ReportBlock => ({ kind: 'heading', id: `issues-${index + 1}`, level: 2, text }),
        ),
        ...listOfIssues(issues),
      ],
    },
  ]
}

function listOfIssues(issues: readonly Issue[]): ReportBlock[] {
  const titles = issues.map(({ title, listedTitle }) => listedTitle ?? title)
  // A numbered list counts from 1, so issues numbered otherwise carry their number in the text.
  if (issues.every(({ number }, index) => number === index + 1))
    return titles.length === 0 ? [] : [{ kind: 'numbered', items: titles.map(plain) }]
  return issues.map(({ number }, index) => ({ kind: 'text', text: plain(`(${number}) ${titles[index]}`) }))
}

/** The box that quotes the rule of the item, as published. */
export function criteriaSection({ criteria }: Cycle): Section[] {
  if (criteria === null) return []
  const blocks: ReportBlock[] = [{ kind: 'text', text: criteria.body }]
  if (criteria.scoringHeading !== null)
    blocks.push({ kind: 'heading', id: 'criteria-scoring', level: 2, text: criteria.scoringHeading })
  blocks.push({ kind: 'text', text: criteria.scoring })
  return [{ id: 'criteria', heading: criteria.heading, newPage: false, blocks }]
}
