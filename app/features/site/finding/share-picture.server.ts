import { labelLines, type TypeSize } from '../../../kernel/chart/label-lines.ts'
import { escapeXml } from '../../../kernel/chart/xml-text.ts'
import { svgToPng } from '../../../platform/pictures/svg-to-png.server.ts'

/** What stands on the picture by which a page is shared. `colour` is that of the agency, dark enough for white words. */
export type Shared = Readonly<{
  agency: string
  group: string
  title: string
  address: string
  colour: string
}>

/** As the services that show such pictures want it: 1.91 to 1. */
const [WIDTH, HEIGHT] = [1200, 630]
const MARGIN = 80
const GOLD = '#d5a94f'
const SIZES: readonly TypeSize[] = [
  { size: 68, bold: true },
  { size: 56, bold: true },
  { size: 46, bold: true },
]
const MOST_LINES = 4
/** Two marks stand on one letter: lines closer than this touch. */
const LEADING = 1.55

/** The picture as PNG: who speaks, what about, under which title. Thai is broken between words, and drawn here. */
export function sharePicture(shared: Shared): Uint8Array {
  const { lines, size } = titleLines(shared.title)
  const step = size * LEADING
  const top = 330 - ((lines.length - 1) * step) / 2
  const text = (words: string, x: number, y: number, look: string) =>
    `<text x="${x}" y="${y}" font-family="Sarabun" ${look}>${escapeXml(words)}</text>`
  const agency = labelLines(shared.agency, WIDTH - 2 * MARGIN - 70, { size: 34 })[0] ?? ''
  const svg = [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${HEIGHT}" width="${WIDTH}" height="${HEIGHT}">`,
    `<rect width="${WIDTH}" height="${HEIGHT}" fill="${shared.colour}"/>`,
    `<rect y="${HEIGHT - 12}" width="${WIDTH}" height="12" fill="${GOLD}"/>`,
    `<g transform="translate(${MARGIN} 62)" fill="none" stroke-linecap="round" stroke-linejoin="round"><circle cx="24" cy="24" r="21" stroke="#fff" stroke-width="3"/><path d="M14 27l7 7 14-17" stroke="${GOLD}" stroke-width="4"/></g>`,
    text(agency, MARGIN + 70, 98, 'font-size="34" fill="#fff"'),
    text(shared.group, MARGIN, top - step, 'font-size="30" fill="#fff" fill-opacity="0.85"'),
    ...lines.map((line, index) =>
      text(line, MARGIN, top + index * step, `font-size="${size}" font-weight="700" fill="#fff"`),
    ),
    text(shared.address, MARGIN, HEIGHT - 52, 'font-size="28" fill="#fff" fill-opacity="0.85"'),
    '</svg>',
  ].join('')
  return svgToPng(svg, WIDTH).png
}

/** The largest size at which the title stands whole; the last line ends with an ellipsis where no size is small enough. */
function titleLines(title: string): Readonly<{ lines: readonly string[]; size: number }> {
  const width = WIDTH - 2 * MARGIN
  const fitting = SIZES.map((type) => ({ lines: labelLines(title, width, type), size: type.size }))
  const whole = fitting.find(({ lines }, index) => lines.length <= Math.min(2 + index, MOST_LINES))
  if (whole) return whole
  const { lines, size } = fitting.at(-1) ?? { lines: [], size: 46 }
  const kept = lines.slice(0, MOST_LINES)
  return { lines: [...kept.slice(0, -1), `${kept.at(-1) ?? ''}…`], size }
}
