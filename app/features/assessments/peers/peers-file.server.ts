import type { Language } from '../../../i18n/language.ts'
import { formatDay } from '../../../kernel/thai-date.ts'
import { thaiDay } from '../../../kernel/thai-day.ts'
import { type TableFile, writeTable } from '../../../platform/office-files/write-table.server.ts'
import { svgToPng } from '../../../platform/pictures/svg-to-png.server.ts'
import { stripSvg } from '../charts/strip.domain.ts'
import { chartWords } from '../charts/text/index.ts'
import { framedPicture } from '../comparison/comparison-picture.domain.ts'
import type { PeerSource } from './peer.queries.server.ts'
import { listedPeers, type PeerAsk } from './peer-list.domain.ts'
import { peersTable } from './peers-table.domain.ts'
import type { PeersView } from './peers-view.server.ts'
import { peersText } from './text/index.ts'

const PICTURE_WIDTH = 1680
const WIDTHS = [8, 40, 12, 20, 30, 16, 10, 10, 10, 10, 12, ...Array.from({ length: 10 }, () => 12)]

/**
 * What the page shows, as the file of that name with where its figures come from: `peers.csv`, `peers.xlsx`, `strip.svg`,
 * `strip.png`; null for a name that is none, and where there is nothing to draw.
 */
export async function peersFile(
  view: PeersView,
  {
    name,
    ask,
    lang,
    sources,
  }: Readonly<{
    name: string
    ask: Pick<PeerAsk, 'search' | 'order'>
    lang: Language
    sources: readonly PeerSource[]
  }>,
): Promise<TableFile | null> {
  const text = peersText(lang)
  const from = sources.map(({ fileName, sourceNote, importedAt }) =>
    text.source(fileName, sourceNote, formatDay(thaiDay(importedAt), lang)),
  )
  const source = `${text.sources}: ${from.join('; ')}`
  const fileName = `peers-${view.year}`
  if (name === 'peers.csv' || name === 'peers.xlsx') {
    const table = peersTable(listedPeers(view.peers, ask), { text, year: view.year })
    return writeTable([...table, [source]], {
      format: name === 'peers.csv' ? 'csv' : 'xlsx',
      name: fileName,
      look: { sheet: text.tableTitle(view.year), widths: WIDTHS },
    })
  }
  if ((name !== 'strip.svg' && name !== 'strip.png') || view.strip.rows.length === 0) return null
  const chart = stripSvg(view.strip, view.head, { theme: 'paper', width: 'wide', words: chartWords(lang) })
  const svg = framedPicture(chart, { title: view.head.title, source })
  return name === 'strip.svg'
    ? {
        bytes: new TextEncoder().encode(svg),
        type: 'image/svg+xml; charset=utf-8',
        fileName: `${fileName}.svg`,
      }
    : { bytes: svgToPng(svg, PICTURE_WIDTH).png, type: 'image/png', fileName: `${fileName}.png` }
}
