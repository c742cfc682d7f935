/** One sender or recipient: `name` is null where only the address is known. */
export type Mailbox = Readonly<{ name: string | null; address: string }>

const LONGEST_ADDRESS = 254
const LONGEST_LOCAL_PART = 64
const LONGEST_HEADER_TEXT = 200

// As browsers check an e-mail field (HTML standard): letters, digits and signs of ASCII, no quoting, no comment.
const LOCAL_PART = "[a-zA-Z0-9.!#$%&'*+/=?^_`{|}~-]+"
const LABEL = '[a-zA-Z0-9](?:[a-zA-Z0-9-]{0,61}[a-zA-Z0-9])?'
const ADDRESS = new RegExp(`^${LOCAL_PART}@${LABEL}(?:\\.${LABEL})*$`)
const NAMED = /^(?<name>[^<>]*)<(?<address>[^<>\s]+)>$/
// Line breaks, other control characters, and marks that turn the direction of writing and so may disguise a name.
const UNWRITABLE = /[\p{Cc}\u2028\u2029\u200e\u200f\u202a-\u202e\u2066-\u2069]+/gu

/** Whether mail can be addressed to this text: one ASCII address, at most 254 characters, without a name. */
export const isMailAddress = (text: string): boolean =>
  text.length <= LONGEST_ADDRESS && text.indexOf('@') <= LONGEST_LOCAL_PART && ADDRESS.test(text)

/** Text of one header line: what would break the line or disguise it becomes a space; at most 200 characters. */
export const headerText = (text: string): string =>
  [...text.replace(UNWRITABLE, ' ').replace(/\s+/g, ' ').trim()].slice(0, LONGEST_HEADER_TEXT).join('')

/** `name <address>` or an address alone; null when it is neither. A name may stand in double quotes. */
export function readMailbox(text: string): Mailbox | null {
  const written = text.trim()
  if (isMailAddress(written)) return { name: null, address: written }
  const { name = '', address = '' } = NAMED.exec(written)?.groups ?? {}
  if (!isMailAddress(address)) return null
  const bare = name.trim().replace(/^"(.*)"$/, '$1')
  return bare === headerText(bare) ? { name: bare || null, address } : null
}
