import { err, ok, type Result } from '../../../kernel/result.ts'
import { FILE_KINDS, type FileEnding, type FileKind } from './file-kind.table.ts'
import { endingOf } from './file-name.domain.ts'

/** `named` is the ending of the name, `found` what the content is, as its usual ending; '' where nobody knows it. */
export type KindFault =
  | Readonly<{ code: 'file.kind-not-allowed'; named: string }>
  | Readonly<{ code: 'file.not-what-name-says'; named: string; found: string }>

/** What the bytes of a file may be: as `file-type` calls it, and whether all of them could be text. */
export type FileContent = Readonly<{ found: string | null; isText: boolean }>

const isEnding = (ending: string): ending is FileEnding => Object.hasOwn(FILE_KINDS, ending)

/** Whether a name alone says that the file cannot be kept; asked before a byte of it is read. A name may have no ending. */
export function nameFault(fileName: string): KindFault | null {
  const named = endingOf(fileName)
  return named === '' || isEnding(named) ? null : { code: 'file.kind-not-allowed', named }
}

/** What a file is, by its content and its name together. A name without an ending gets the one of its content. */
export function judgeKind(
  fileName: string,
  content: FileContent,
): Result<Readonly<{ fileName: string; mediaType: string }>, KindFault> {
  const named = endingOf(fileName)
  const found = content.found ?? (content.isText ? 'txt' : '')
  if (named === '') {
    if (!isEnding(found) || !isOf(FILE_KINDS[found], content))
      return err({ code: 'file.kind-not-allowed', named: found })
    return ok({ fileName: `${fileName}.${found}`, mediaType: FILE_KINDS[found].mediaType })
  }
  if (!isEnding(named)) return err({ code: 'file.kind-not-allowed', named })
  return isOf(FILE_KINDS[named], content)
    ? ok({ fileName, mediaType: FILE_KINDS[named].mediaType })
    : err({ code: 'file.not-what-name-says', named, found })
}

const isOf = (kind: FileKind, { found, isText }: FileContent): boolean =>
  kind.content.includes('text') ? isText : found !== null && kind.content.includes(found)

/** Whether a browser may show a file of that type in its window; everything else is only handed out to be kept. */
export const opensInBrowser = (mediaType: string): boolean =>
  Object.values(FILE_KINDS).some((kind: FileKind) => kind.mediaType === mediaType && kind.opens)
