import type { Language } from '../../../i18n/language.ts'
import { sizeText } from '../../../kernel/file-size.ts'
import { DataTable } from '../../../ui/data-table.tsx'
import { Facts } from '../../../ui/facts.tsx'
import type { OperationFacts } from '../facts/operation-facts.domain.ts'
import { operationPageText } from '../text/index.ts'
import { Instant } from './instant.tsx'

/** What runs: versions, the database, and every copy of the program. */
export function ProgramSection({ lang, facts }: { lang: Language; facts: OperationFacts }) {
  const { program: text } = operationPageText(lang)
  const { program, database, copies, now } = facts
  return (
    <section className="stack" aria-labelledby="program">
      <h2 id="program">{text.title}</h2>
      <Facts
        rows={[
          [text.version, program.version],
          [text.node, program.node],
          [text.database, `${database.version} (${database.kind === 'own' ? text.own : text.server})`],
          [text.schema, text.schemaOf(program.schemaNumber)],
          [text.size, sizeText(database.size)],
        ]}
      />
      <h3>{text.copies}</h3>
      <p className="muted">{text.copiesSaid}</p>
      <DataTable
        caption={text.copies}
        columns={[
          { label: text.copy },
          { label: text.copyVersion },
          { label: text.copySchema },
          { label: text.copyStarted },
        ]}
        rows={copies.map((copy) => ({
          key: copy.id,
          cells: [
            <span key="copy">
              <code>{copy.id.slice(0, 8)}</code>
              {copy.isThis && <span className="under">{text.thisOne}</span>}
            </span>,
            copy.version,
            text.schemaOf(copy.schemaNumber),
            <Instant key="started" lang={lang} at={copy.startedAt} now={now} />,
          ],
        }))}
      />
    </section>
  )
}
