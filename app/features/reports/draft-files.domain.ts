import type { ReportFormat } from './report.domain.ts'

const DRAFT = 'draft-'

/** The files of a draft, by name and format: those of the published report, each with a name that says what it is. */
export const draftFiles = (
  fiscalYear: number,
): readonly Readonly<{ fileName: string; format: ReportFormat }>[] => [
  { fileName: `${DRAFT}report-${fiscalYear}.pdf`, format: 'pdf' },
  { fileName: `${DRAFT}report-${fiscalYear}.docx`, format: 'docx' },
  { fileName: `${DRAFT}report-${fiscalYear}.html`, format: 'html' },
  { fileName: `${DRAFT}measures-${fiscalYear}.xlsx`, format: 'xlsx' },
  { fileName: `${DRAFT}measures-${fiscalYear}.csv`, format: 'csv' },
  { fileName: `${DRAFT}scores-${fiscalYear}.csv`, format: 'csv' },
  { fileName: `${DRAFT}report-${fiscalYear}.json`, format: 'json' },
]

/** What the file will be called when the report is published. */
export const publishedName = (draftName: string): string => draftName.slice(DRAFT.length)
