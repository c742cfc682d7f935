import { cleanText } from '../../../kernel/clean-text.ts'
import { err, ok, type Result } from '../../../kernel/result.ts'
import type { DeskError, DeskErrorCode } from '../desk.errors.ts'

const LONGEST = 8000

/** What somebody typed into a field, cleaned; `missing` where it must not be empty. */
export function typedWords(
  field: string,
  typed: string,
  missing: DeskErrorCode | null,
  longest = LONGEST,
): Result<string, DeskError> {
  const text = cleanText(typed).trim()
  const fault = text.length > longest ? 'ticket.too-long' : text === '' ? missing : null
  return fault === null ? ok(text) : err({ code: 'desk.faults', faults: { [field]: fault } })
}
