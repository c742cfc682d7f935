import type { Mark } from './marks.ts'
import { markSvg } from './svg-marks.ts'
import { escapeXml } from './xml-text.ts'

export type ChartSvg = Readonly<{
  /** Stands in ids; no two pictures of a page share it. */
  id: string
  title: string
  description: string
  /** On paper the font is named; on a page it is the page's. */
  theme: 'paper' | 'auto'
  width: number
  height: number
  marks: readonly Mark[]
}>

/** The marks as one picture with a title and a description: presentation attributes only, whatever the policy of the page. */
export function chartSvg({ theme, width, height, marks, ...head }: ChartSvg): string {
  const id = head.id.replace(/[^\p{L}\p{N}_-]+/gu, '-')
  const font = theme === 'paper' ? ' font-family="Sarabun"' : ''
  const size = `viewBox="0 0 ${width} ${height}" width="${width}" height="${height}"`
  const title = `<title id="${id}-title">${escapeXml(head.title)}</title>`
  const desc = `<desc id="${id}-desc">${escapeXml(head.description)}</desc>`
  return `<svg xmlns="http://www.w3.org/2000/svg" role="img" aria-labelledby="${id}-title ${id}-desc" ${size}${font}>${title}${desc}${marks.map(markSvg).join('')}</svg>`
}
