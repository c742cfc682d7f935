import { writeCsv } from 'hucre/csv'
import type { Language } from '../../i18n/language.ts'
import type { Ctx } from '../ctx.server.ts'
import { withAgency } from '../db/tenant.server.ts'
import { type AuditFilter, auditHead, nextEntries } from './audit.queries.server.ts'
import { writeAudit } from './audit.server.ts'
import { AUDIT_COLUMNS } from './audit-actions.table.ts'
import type { AuditEntry } from './audit-chain.ts'
import { auditColumn, auditSentence } from './audit-words.ts'

/** `csv` for spreadsheet programs, `jsonl` for who takes the hashes again. */
export type AuditFormat = 'csv' | 'jsonl'

export type ExportAudit = Readonly<{ filter: AuditFilter; format: AuditFormat; lang: Language }>

const PORTION = 1000

/**
 * The entries that a filter lets through, from the first one on, in pieces of UTF-8 text. That somebody exported them is
 * written to the log first, and is the last entry that an export without a filter holds; entries of later are left out.
 * Whether the actor may do so is for the caller to ask.
 *
 * CSV: byte order mark, CRLF, heads in the language, an apostrophe before what a spreadsheet program would take for a
 * formula. JSON lines: one object a line with every value as its hash is taken of (see `auditHash`), `detail` as text.
 */
export async function exportAudit(ctx: Ctx, input: ExportAudit): Promise<AsyncIterable<string>> {
  const agencyId = ctx.agency.id
  const upTo = await withAgency(ctx.db, agencyId, async (tx) => {
    const { filter, format } = input
    await writeAudit(tx, {
      agencyId,
      actor: ctx.actor,
      action: 'audit-log.exported',
      object: { kind: 'audit-log', id: format },
      detail: Object.fromEntries(
        Object.entries(filter).flatMap(([name, value]) => (value ? [[name, value]] : [])),
      ),
    })
    return (await auditHead(tx, agencyId))?.seq ?? 0
  })
  return pieces(ctx, input, upTo)
}

async function* pieces(ctx: Ctx, { filter, format, lang }: ExportAudit, upTo: number): AsyncIterable<string> {
  if (format === 'csv') yield `\ufeff${csvRows([AUDIT_COLUMNS.map((column) => auditColumn(column, lang))])}`
  const agencyId = ctx.agency.id
  let after = 0
  for (;;) {
    const entries = await withAgency(ctx.db, agencyId, (tx) =>
      nextEntries(tx, { agencyId, filter, after, upTo, limit: PORTION }),
    )
    const last = entries.at(-1)
    if (!last) return
    yield format === 'csv' ? csvRows(entries.map((entry) => csvRow(entry, lang))) : jsonLines(entries)
    after = last.seq
  }
}

const jsonLines = (entries: readonly AuditEntry[]): string =>
  entries.map((entry) => `${JSON.stringify(entry)}\n`).join('')

const csvRow = (entry: AuditEntry, lang: Language): readonly string[] =>
  AUDIT_COLUMNS.map((column) =>
    column === 'sentence' ? auditSentence(entry.action, lang) : safe(String(entry[column] ?? '')),
  )

const csvRows = (rows: readonly (readonly string[])[]): string =>
  `${writeCsv(
    rows.map((row) => [...row]),
    { lineSeparator: '\r\n' },
  )}\r\n`

// Signs that begin a formula or a command, also in full width and behind blanks, and the characters that end a cell.
const FORMULA_START = /^\s*[=+\-@|\uff1d\uff0b\uff0d\uff20]|^[\t\r\n]/u

const safe = (text: string): string => (FORMULA_START.test(text) ? `'${text}` : text)
