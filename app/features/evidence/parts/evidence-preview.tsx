import type { Language } from '../../../i18n/language.ts'
import { Notice } from '../../../ui/notice.tsx'
import type { VersionContent } from '../evidence.domain.ts'
import pdfUrl from '../scripts/pdf-preview.script.ts?worker&url'
import { opensInBrowser } from '../storing/file-kind.domain.ts'
import { pieceText } from '../text/pages.ts'

type EvidencePreviewProps = Readonly<{
  lang: Language
  title: string
  content: Extract<VersionContent, { kind: 'file' }>
  /** Address of the file. */
  address: string
  nonce: string
}>

/** A picture, or a PDF page by page; of everything else that there is none. */
export function EvidencePreview({ lang, title, content, address, nonce }: EvidencePreviewProps) {
  const text = pieceText(lang)
  const { mediaType } = content
  const shown = `${address}?inline=1`
  if (!opensInBrowser(mediaType)) return <p className="muted">{text.noPreview}</p>
  if (mediaType !== 'application/pdf')
    return (
      <a href={shown} className="picture-preview">
        <img src={shown} alt={title} />
      </a>
    )
  const words = {
    loading: text.pdfLoading,
    failed: text.pdfFailed,
    picture: text.pdfPicture,
    page: text.pdfPage,
    earlier: text.pdfEarlier,
    later: text.pdfLater,
    larger: text.pdfLarger,
    smaller: text.pdfSmaller,
    controls: text.pdfControls,
  }
  return (
    <>
      <div
        className="pdf-preview"
        data-pdf=""
        data-address={shown}
        data-title={title}
        data-words={JSON.stringify(words)}
      >
        <p className="muted">{text.pdfWithoutScript}</p>
      </div>
      <script src={pdfUrl} nonce={nonce} defer />
    </>
  )
}

/** What a scanner found, or that it has not looked yet. */
export function ScanNotice({ lang, content }: Pick<EvidencePreviewProps, 'lang' | 'content'>) {
  const text = pieceText(lang)
  if (content.scan === 'clean') return null
  return content.scan === 'infected' ? (
    <Notice kind="late">{text.infected(content.scanFinding ?? text.infectedUnknown)}</Notice>
  ) : (
    <Notice kind="warning">{text.notScannedPreview}</Notice>
  )
}
