/** A form of the page of a measure that is shown again with what was typed. */
export type MeasureForm = 'summary' | 'progress' | 'comment' | 'return' | 'reopen' | 'evidence'

/** Which form of the page an act belongs to; null for those that have nothing to show again. */
export const formOfAct = (act: string): MeasureForm | null => FORMS[act] ?? null

const FORMS: Readonly<Record<string, MeasureForm>> = {
  'save-summary': 'summary',
  submit: 'summary',
  fill: 'summary',
  'add-progress': 'progress',
  comment: 'comment',
  return: 'return',
  reopen: 'reopen',
  attach: 'evidence',
  detach: 'evidence',
}
