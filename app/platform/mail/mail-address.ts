import { headerText } from './mail-text.ts'

/** One sender or recipient: `name` is null where only the address is known. */
export type Mailbox = Readonly<{ name: string | null; address: string }>

const LONGEST_ADDRESS = 254
const LONGEST_LOCAL_PART = 64

// As browsers check an e-mail field (HTML standard): letters, digits and signs of ASCII, no quoting, no comment.
const LOCAL_PART = "[a-zA-Z0-9.!#$%&'*+/=?^_`{|}~-]+"
const LABEL = '[a-zA-Z0-9](?:[a-zA-Z0-9-]{0,61}[a-zA-Z0-9])?'
const ADDRESS = new RegExp(`^${LOCAL_PART}@${LABEL}(?:\\.${LABEL})*$`)
const NAMED = /^(?<name>[^<>]*)<(?<address>[^<>\s]+)>$/

/** Whether mail can be addressed to this text: one ASCII address, at most 254 characters, without a name. */
export const isMailAddress = (text: string): boolean =>
  text.length <= LONGEST_ADDRESS && text.indexOf('@') <= LONGEST_LOCAL_PART && ADDRESS.test(text)

/** `name <address>` or an address alone; null when it is neither. A name may stand in double quotes. */
export function readMailbox(text: string): Mailbox | null {
  const written = text.trim()
  if (isMailAddress(written)) return { name: null, address: written }
  const { name = '', address = '' } = NAMED.exec(written)?.groups ?? {}
  if (!isMailAddress(address)) return null
  const bare = name.trim().replace(/^"(.*)"$/, '$1')
  return bare === headerText(bare) ? { name: bare || null, address } : null
}
