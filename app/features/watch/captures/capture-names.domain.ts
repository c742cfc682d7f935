import { thaiDay } from '../../../kernel/thai-day.ts'
import type { Capture } from '../watch.domain.ts'

/** The last part of the address of a record; a captured file always has an ending. */
export const RECORD_FILE = 'record'

/** What the record of a capture is called when it is downloaded. */
export const recordName = ({ id, capturedAt }: Pick<Capture, 'id' | 'capturedAt'>): string =>
  `record-${thaiDay(capturedAt)}-${id.slice(0, 8)}.pdf`

/** Pages of a capture, behind /office/. */
export const capturePart = ({ id }: Pick<Capture, 'id'>, file: string): string =>
  `watch/captures/${id}/${encodeURIComponent(file)}`
