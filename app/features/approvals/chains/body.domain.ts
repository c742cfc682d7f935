import { err, ok, type Result } from '../../../kernel/result.ts'

/** ที่ประชุม: a body that decides. */
export type MeetingBody = Readonly<{
  id: string
  name: string
  shortName: string | null
  version: number
  endedAt: Date | null
}>

const LONGEST_NAME = 300
const LONGEST_SHORT_NAME = 60

export type BodyNames = Readonly<{ name: string; shortName: string | null }>

/** Names as they are kept: NFC, without white space at the ends; an empty short name is none. */
export function judgeNames(
  given: BodyNames,
): Result<BodyNames, Readonly<{ code: 'body.no-name' | 'body.long-name' }>> {
  const tidy = (text: string) => text.normalize('NFC').replace(/\s+/gu, ' ').trim()
  const name = tidy(given.name)
  const shortName = tidy(given.shortName ?? '')
  if (name === '') return err({ code: 'body.no-name' })
  if (name.length > LONGEST_NAME || shortName.length > LONGEST_SHORT_NAME)
    return err({ code: 'body.long-name' })
  return ok({ name, shortName: shortName === '' ? null : shortName })
}
