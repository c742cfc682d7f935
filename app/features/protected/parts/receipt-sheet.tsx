import type { Language } from '../../../i18n/language.ts'
import { qrCode } from '../../../platform/pictures/qr-code.ts'
import { type Receipt, writeReceipt } from '../sealing/receipt.domain.ts'
import { reportFormText } from '../text/reporting.ts'

/** The 24 digits, large, to be written down; the QR code is the digits and nothing else. */
export function ReceiptSheet({ lang, receipt }: { lang: Language; receipt: Receipt }) {
  const text = reportFormText(lang).receipt
  const { size, path } = qrCode(receipt)
  const groups = writeReceipt(receipt, 'en').split(' ')
  return (
    <>
      <h2 id="code">{text.label}</h2>
      <p className="receipt">
        {groups.map((group, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: the same four digits may stand twice, and never change places
          <span key={at}>{group}</span>
        ))}
      </p>
      {lang === 'th' && <p className="muted">{writeReceipt(receipt, 'th')}</p>}
      <details>
        <summary>{text.qrShow}</summary>
        <svg className="qr" viewBox={`0 0 ${size} ${size}`} role="img" aria-label={text.label}>
          <rect width={size} height={size} fill="#fff" />
          <path d={path} fill="#000" shapeRendering="crispEdges" />
        </svg>
        <p className="hint">{text.how.qr}</p>
      </details>
      <div className="screen">
        <h2>{text.howTitle}</h2>
        <ul>
          <li>{text.how.write}</li>
          <li>{text.how.away}</li>
          <li>{text.how.print}</li>
        </ul>
      </div>
    </>
  )
}
