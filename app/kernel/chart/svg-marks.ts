import { type Mark, type ShapeForm, tenth } from './marks.ts'
import { escapeXml } from './xml-text.ts'

/** The mark as SVG with presentation attributes only: no style, whatever the policy of the page. */
export function markSvg(mark: Mark): string {
  switch (mark.kind) {
    case 'group':
      return `<g transform="translate(${mark.x} ${mark.y})">${mark.marks.map(markSvg).join('')}</g>`
    case 'line': {
      const dashes = mark.dashes === undefined ? '' : ` stroke-dasharray="${mark.dashes.join(' ')}"`
      return `<line x1="${mark.x1}" x2="${mark.x2}" y1="${mark.y1}" y2="${mark.y2}" stroke="${mark.stroke}" stroke-width="${mark.width}"${dashes}/>`
    }
    case 'circle':
      return `<circle cx="${mark.x}" cy="${mark.y}" r="${mark.radius}" fill="${mark.fill}" stroke="${mark.stroke}" stroke-width="${mark.width}"/>`
    case 'shape':
      return `<path d="${outline(mark.form, mark)}" fill="${mark.fill}" stroke="${mark.stroke}" stroke-width="${mark.width}"/>`
    case 'box': {
      const dashes = mark.dashes === undefined ? '' : ` stroke-dasharray="${mark.dashes.join(' ')}"`
      return `<rect x="${mark.x}" y="${mark.y}" width="${mark.across}" height="${mark.down}" fill="${mark.fill}" fill-opacity="${mark.cover}" stroke="${mark.stroke}" stroke-width="${mark.width}"${dashes}/>`
    }
    case 'arrow':
      return `<path d="M${mark.x} ${mark.y} l5 ${mark.up ? 9 : -9} h-10 z" fill="${mark.fill}"/>`
    case 'text': {
      const edge =
        mark.halo === undefined ? '' : ` stroke="${mark.halo}" stroke-width="4" paint-order="stroke"`
      return `<text x="${mark.x}" y="${mark.y}" font-size="${mark.size}" font-weight="${mark.weight}" text-anchor="${mark.anchor}" fill="${mark.fill}"${edge}>${escapeXml(mark.text)}</text>`
    }
  }
}

function outline(form: ShapeForm, { x, y, radius }: { x: number; y: number; radius: number }): string {
  const r = tenth(radius)
  switch (form) {
    case 'square':
      return `M${tenth(x - r * 0.9)} ${tenth(y - r * 0.9)}h${tenth(r * 1.8)}v${tenth(r * 1.8)}h${tenth(-r * 1.8)}z`
    case 'diamond':
      return `M${x} ${tenth(y - r * 1.25)}l${tenth(r * 1.25)} ${tenth(r * 1.25)} ${tenth(-r * 1.25)} ${tenth(r * 1.25)} ${tenth(-r * 1.25)} ${tenth(-r * 1.25)}z`
    case 'triangle':
      return `M${x} ${tenth(y - r * 1.15)}l${tenth(r * 1.2)} ${tenth(r * 2.1)}h${tenth(-r * 2.4)}z`
  }
}
