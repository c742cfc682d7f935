import { isForStaff } from './addresses.ts'

const KIB = 1024
/** The largest form of the office is a roster of a megabyte, written in letters when it is confirmed. */
const MOST_OF_STAFF = 4 * KIB * KIB
/** An address, a password, the answer of a passkey. */
const MOST_OF_ANYBODY = 64 * KIB

/**
 * Whether more is sent to an address than any of its forms can hold, or nobody says how much. Asked before a byte is read:
 * a form takes ten times its size in memory while it is taken apart.
 */
export function isTooMuch(headers: Headers, pathname: string): boolean {
  const length = headers.get('content-length')
  if (length === null) return headers.has('transfer-encoding')
  return !(Number(length) <= (isForStaff(pathname) ? MOST_OF_STAFF : MOST_OF_ANYBODY))
}
