import type { Mark } from './marks.domain.ts'
import { escapeXml } from './xml-text.domain.ts'

/** The mark as SVG with presentation attributes only: no style, whatever the policy of the page. */
export function markSvg(mark: Mark): string {
  switch (mark.kind) {
    case 'group':
      return `<g transform="translate(0 ${mark.y})">${mark.marks.map(markSvg).join('')}</g>`
    case 'line': {
      const dashes = mark.dashes === undefined ? '' : ` stroke-dasharray="${mark.dashes.join(' ')}"`
      return `<line x1="${mark.x1}" x2="${mark.x2}" y1="${mark.y1}" y2="${mark.y2}" stroke="${mark.stroke}" stroke-width="${mark.width}"${dashes}/>`
    }
    case 'circle':
      return `<circle cx="${mark.x}" cy="${mark.y}" r="${mark.radius}" fill="${mark.fill}" stroke="${mark.stroke}" stroke-width="${mark.width}"/>`
    case 'arrow':
      return `<path d="M${mark.x} ${mark.y} l5 ${mark.up ? 9 : -9} h-10 z" fill="${mark.fill}"/>`
    case 'text': {
      const edge =
        mark.halo === undefined ? '' : ` stroke="${mark.halo}" stroke-width="4" paint-order="stroke"`
      return `<text x="${mark.x}" y="${mark.y}" font-size="${mark.size}" font-weight="${mark.weight}" text-anchor="${mark.anchor}" fill="${mark.fill}"${edge}>${escapeXml(mark.text)}</text>`
    }
  }
}
