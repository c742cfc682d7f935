/**
 * What may be kept as evidence, by the ending of a file's name. `content` names what its bytes must be: as `file-type` calls
 * it, or `text`, which has no mark of its own. `opens` says whether a browser may show it in its window: nothing that can
 * hold a script.
 */
export type FileKind = Readonly<{ mediaType: string; content: readonly string[]; opens: boolean }>

const kind = (mediaType: string, ...content: readonly string[]): FileKind => ({
  mediaType,
  content,
  opens: false,
})
const shown = (mediaType: string, ...content: readonly string[]): FileKind => ({
  mediaType,
  content,
  opens: true,
})

const OPEN_XML = 'application/vnd.openxmlformats-officedocument'
const OPEN_DOCUMENT = 'application/vnd.oasis.opendocument'

export const FILE_KINDS = {
  pdf: shown('application/pdf', 'pdf'),
  jpg: shown('image/jpeg', 'jpg'),
  jpeg: shown('image/jpeg', 'jpg'),
  png: shown('image/png', 'png', 'apng'),
  webp: shown('image/webp', 'webp'),
  gif: shown('image/gif', 'gif'),
  heic: kind('image/heic', 'heic', 'heif'),
  heif: kind('image/heif', 'heif', 'heic'),
  docx: kind(`${OPEN_XML}.wordprocessingml.document`, 'docx'),
  xlsx: kind(`${OPEN_XML}.spreadsheetml.sheet`, 'xlsx'),
  pptx: kind(`${OPEN_XML}.presentationml.presentation`, 'pptx'),
  odt: kind(`${OPEN_DOCUMENT}.text`, 'odt'),
  ods: kind(`${OPEN_DOCUMENT}.spreadsheet`, 'ods'),
  odp: kind(`${OPEN_DOCUMENT}.presentation`, 'odp'),
  csv: kind('text/csv', 'text'),
  txt: kind('text/plain', 'text'),
  zip: kind('application/zip', 'zip'),
  mp4: kind('video/mp4', 'mp4', 'm4v'),
  mov: kind('video/quicktime', 'mov'),
  mp3: kind('audio/mpeg', 'mp3'),
  m4a: kind('audio/mp4', 'm4a'),
} as const satisfies Record<string, FileKind>

export type FileEnding = keyof typeof FILE_KINDS
/** As an `accept` attribute has it: ".pdf,.jpg,…". */
export const ACCEPTED_FILES = Object.keys(FILE_KINDS)
  .map((ending) => `.${ending}`)
  .join(',')
