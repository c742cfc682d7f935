import { data } from 'react-router'
import { refusalOf } from '../../../kernel/permission.ts'
import { writeTable } from '../../../platform/office-files/write-table.server.ts'
import { svgToPng } from '../../../platform/pictures/svg-to-png.server.ts'
import { languageOf } from '../../../web/addresses.ts'
import { officeOf } from '../../../web/context.server.ts'
import { pageRefused } from '../../people/index.server.ts'
import { ASSESSMENTS_POLICY } from '../assessments.policy.ts'
import { stripSvg } from '../charts/strip.domain.ts'
import { chartWords } from '../charts/text/index.ts'
import { listedPeers, readAsk } from '../peers/peer-list.domain.ts'
import { peersTable } from '../peers/peers-table.domain.ts'
import { viewPeers } from '../peers/peers-view.server.ts'
import { peersText } from '../peers/text/index.ts'
import type { Route } from './+types/peers-file'

const PICTURE_WIDTH = 1680
const WIDTHS = [8, 40, 12, 20, 30, 16, 10, 10, 10, 10, 12, ...Array.from({ length: 10 }, () => 12)]

/** What the page shows as a file: `peers.csv`, `peers.xlsx`, `strip.svg`, `strip.png`. The address asks as the page's does. */
export async function loader({ context, params, request }: Route.LoaderArgs) {
  const { pathname, searchParams } = new URL(request.url)
  const lang = languageOf(pathname)
  const { ctx } = await officeOf(context)
  const refusal = refusalOf(ASSESSMENTS_POLICY, 'score.read', ctx.actor)
  if (refusal) throw await pageRefused(ctx, refusal)
  const ask = readAsk(searchParams)
  const view = await viewPeers(ctx, ask, lang)
  if (!view) throw data(null, 404)
  const name = `peers-${view.year}`
  if (params.file === 'peers.csv' || params.file === 'peers.xlsx') {
    const format = params.file === 'peers.csv' ? 'csv' : 'xlsx'
    const text = peersText(lang)
    const table = peersTable(listedPeers(view.peers, ask), { text, year: view.year })
    const file = await writeTable(table, {
      format,
      name,
      look: { sheet: text.tableTitle(view.year), widths: WIDTHS },
    })
    return download(file.bytes, file.type, file.fileName)
  }
  if (view.strip.rows.length === 0) throw data(null, 404)
  const svg = stripSvg(view.strip, view.head, { theme: 'paper', width: 'wide', words: chartWords(lang) })
  if (params.file === 'strip.svg')
    return download(new TextEncoder().encode(svg), 'image/svg+xml; charset=utf-8', `${name}.svg`)
  if (params.file === 'strip.png')
    return download(svgToPng(svg, PICTURE_WIDTH).png, 'image/png', `${name}.png`)
  throw data(null, 404)
}

const download = (bytes: Uint8Array, type: string, fileName: string): Response =>
  new Response(new Uint8Array(bytes), {
    headers: { 'Content-Type': type, 'Content-Disposition': `attachment; filename="${fileName}"` },
  })
