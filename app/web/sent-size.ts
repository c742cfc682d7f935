import {
  isForStaff,
  takesComplaints,
  takesCopies,
  takesFiles,
  takesReports,
  takesResults,
} from './addresses.ts'

const KIB = 1024
/** The largest of the other forms of the office is a roster of a megabyte, written in letters when it is confirmed. */
const MOST_OF_STAFF = 4 * KIB * KIB
/** A file of results of five megabytes, and what stands around it. */
const MOST_OF_RESULTS = 6 * KIB * KIB
/** An address, a password, the answer of a passkey. */
const MOST_OF_ANYBODY = 64 * KIB
/**
 * A copy that is too large is read to its end and not kept, so that its sender sees the answer of the screen; a browser
 * that is cut off shows none. What is larger than this is cut off.
 */
const MOST_OF_COPIES = 200 * KIB * KIB
/** Five files of a matter for the desk. A single file that is too large is passed over, so that what was written is kept. */
const MOST_OF_COMPLAINTS = 200 * KIB * KIB
/** The other fields of a form with files, and what stands between them. */
const MOST_AROUND_FILES = 1 * KIB * KIB

/**
 * Whether more is sent to an address than any of its forms can hold, or nobody says how much. Asked before a byte is read:
 * a form takes ten times its size in memory while it is taken apart. `mostOfFiles` is what all files of one form may have
 * together, in bytes; they are never in memory.
 */
export function isTooMuch(
  headers: Headers,
  pathname: string,
  { mostOfFiles }: { mostOfFiles: number },
): boolean {
  const length = headers.get('content-length')
  if (length === null) return headers.has('transfer-encoding')
  // What is too large is refused by the screen, which shows again what was typed.
  if (takesReports(pathname)) return false
  if (takesFiles(pathname)) return !(Number(length) <= mostOfFiles + MOST_AROUND_FILES)
  if (takesResults(pathname)) return !(Number(length) <= MOST_OF_RESULTS)
  if (takesComplaints(pathname)) return !(Number(length) <= MOST_OF_COMPLAINTS)
  if (takesCopies(pathname)) return !(Number(length) <= MOST_OF_COPIES)
  return !(Number(length) <= (isForStaff(pathname) ? MOST_OF_STAFF : MOST_OF_ANYBODY))
}
