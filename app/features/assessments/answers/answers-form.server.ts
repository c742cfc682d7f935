import type { Language } from '../../../i18n/language.ts'
import {
  type TableFile,
  type TableFormat,
  writeTable,
  writeWorkbook,
} from '../../../platform/office-files/write-table.server.ts'
import type { Framework } from '../../catalogue/index.ts'
import type { AnswerForm } from '../scoring/answer-form.domain.ts'
import { printed } from '../scoring/working-number.domain.ts'
import { answersFormText } from '../text/answers-form.ts'

type Given = Readonly<{ format: TableFormat; lang: Language }>

/**
 * The form of a year's file of answers: its heads. In a workbook a second sheet says what each number of an option means.
 */
export async function writeAnswersForm(
  { year, items }: Pick<Framework, 'year' | 'items'>,
  { columns }: AnswerForm,
  { format, lang }: Given,
): Promise<TableFile> {
  const text = answersFormText(lang)
  const name = `answers-${year}`
  const table = [['agency', 'instrument', ...columns.map(({ code }) => code)]]
  const look = { sheet: text.answers, widths: [16, 12, ...columns.map(() => 8)] }
  if (format === 'csv') return writeTable(table, { format, name, look })
  const { heads } = text
  const options = [
    [heads.code, heads.wording, heads.number, heads.option, heads.score, heads.mark],
    ...columns.flatMap(({ code, item, options: choices, isUnverified }) =>
      choices.map(({ text: choice, score, isExcluded }, at) => [
        code,
        wordingOf(items, item, code),
        String(at + 1),
        choice,
        isExcluded ? text.excluded : score === null ? '' : printed(score),
        isUnverified ? text.unverified : '',
      ]),
    ),
  ]
  return writeWorkbook(
    [
      { table, look },
      { table: options, look: { sheet: text.options, widths: [10, 60, 10, 40, 12, 16] } },
    ],
    name,
  )
}

function wordingOf(items: Framework['items'], item: string, code: string): string {
  const found = items.find(({ ref }) => ref === item)
  const sub = found?.subItems.find((one) => one.code === code)
  return [found?.wording ?? found?.title?.th ?? '', sub?.wording ?? '']
    .filter((part) => part !== '')
    .join(' ')
}
