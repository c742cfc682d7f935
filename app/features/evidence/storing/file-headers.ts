import { opensInBrowser } from './file-kind.domain.ts'

/** Nothing runs, nothing is fetched, and the file is of no site. */
const LOCKED_UP =
  "default-src 'none'; style-src 'unsafe-inline'; img-src data:; frame-ancestors 'none'; sandbox"
/** The same for what a browser's own PDF viewer shows: it does not start in a sandbox. */
const PDF = "default-src 'none'; object-src 'self'; style-src 'unsafe-inline'; frame-ancestors 'none'"

/** Without `sha256` nobody is told which file it is. */
type Handed = Readonly<{ fileName: string; mediaType: string; sha256?: string }>

/** Headers of a file that somebody brought in: shown in the window only if asked for and of a kind that holds no script. */
export function fileHeaders({ fileName, mediaType, sha256 }: Handed, isAskedInline: boolean) {
  const isInline = isAskedInline && opensInBrowser(mediaType)
  return {
    'Content-Type': mediaType,
    'Content-Disposition': disposition(isInline ? 'inline' : 'attachment', fileName),
    'Content-Security-Policy': isInline && mediaType === 'application/pdf' ? PDF : LOCKED_UP,
    'X-Content-Type-Options': 'nosniff',
    ...(sha256 !== undefined && { 'X-Content-SHA256': sha256 }),
  }
}

/** RFC 6266: a name in ASCII for old programs, and the real one as RFC 5987 writes it. */
function disposition(kind: 'inline' | 'attachment', fileName: string): string {
  const ascii = fileName.replace(/[^\x20-\x7e]|["\\%]/g, '_')
  const encoded = encodeURIComponent(fileName).replace(
    /['()*]/g,
    (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`,
  )
  return `${kind}; filename="${ascii}"; filename*=UTF-8''${encoded}`
}
