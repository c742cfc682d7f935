import type { DuckDBConnection } from '@duckdb/node-api'
import type { AnswerForm } from '../app/features/assessments/index.server.ts'
import type { Framework } from '../app/features/catalogue/index.ts'

const UNIT = 10_000_000_000

/**
 * The same scores in SQL, as somebody who knows DuckDB would ask for them: one scan, a mean for each question by agency, and
 * above it items, indicators and instruments.
 */
export function scoresInSql(framework: Framework, form: AnswerForm, from: string): string {
  const name = (code: string) => `"${code}"`
  const asked = form.columns.map(({ code, options }) => {
    const cases = options.flatMap(({ score }, at) =>
      score === null ? [] : [`when ${at + 1} then ${score / UNIT}`],
    )
    return `avg(case ${name(code)} ${cases.join(' ')} end) as ${name(code)}`
  })
  const refs = [...new Set(form.columns.map(({ item }) => item))]
  const items = refs.map((ref) => {
    const own = form.columns.filter(({ item }) => item === ref).map(({ code }) => name(code))
    return `(${own.join(' + ')}) / ${own.length} as "${ref}"`
  })
  const means = framework.indicators.flatMap(({ ref }) => {
    const own = framework.items.filter((item) => item.indicator === ref && refs.includes(item.ref))
    return own.length === 0
      ? []
      : [`(${own.map((item) => `"${item.ref}"`).join(' + ')}) / ${own.length} as "${ref}"`]
  })
  const surveys = (['IIT', 'EIT'] as const).map((survey) => {
    const own = framework.indicators.filter((one) => one.instrument === survey && one.parent === null)
    return `(${own.map(({ ref }) => `"${ref}"`).join(' + ')}) / ${own.length} as "${survey}"`
  })
  return `with questions as (select agency, ${asked.join(', ')} from ${from} group by agency),
    items as (select agency, ${items.join(', ')} from questions),
    indicators as (select *, ${means.join(', ')} from items)
    select *, ${surveys.join(', ')} from indicators order by agency`
}

/** The file as a table; its types are said, so that none has to be guessed. */
export function csvInSql({ columns }: AnswerForm, file: string): string {
  const types = ["'agency': 'INTEGER'", "'instrument': 'VARCHAR'"]
  for (const { code } of columns) types.push(`'${code}': 'UTINYINT'`)
  return `read_csv('${file}', header = true, delim = ',', columns = {${types.join(', ')}})`
}

/** Scores by column name, agency after agency. */
export async function columnsFrom(
  connection: DuckDBConnection,
  sql: string,
): Promise<Readonly<Record<string, readonly (number | null)[]>>> {
  const reader = await connection.runAndReadAll(sql)
  return reader.getColumnsObject() as Record<string, (number | null)[]>
}
