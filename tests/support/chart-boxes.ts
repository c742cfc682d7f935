import { textWidth } from '../../app/kernel/chart/label-lines.ts'

export type Box = Readonly<{
  text: string
  size: number
  left: number
  right: number
  top: number
  bottom: number
}>

/** Every text of a chart with the room it takes; groups are moved right and down. */
export function textBoxes(svg: string): readonly Box[] {
  const boxes: Box[] = []
  const shifts: (readonly [number, number])[] = []
  for (const [, right, down, close, attributes, text] of svg.matchAll(
    /<g transform="translate\(([\d.]+) ([\d.]+)\)">|(<\/g>)|<text ([^>]*)>([^<]*)<\/text>/g,
  )) {
    if (right !== undefined) shifts.push([Number(right), Number(down)])
    else if (close !== undefined) shifts.pop()
    else boxes.push(boxOf(attributes ?? '', text ?? '', shifts))
  }
  return boxes
}

function boxOf(attributes: string, text: string, shifts: readonly (readonly [number, number])[]): Box {
  const value = (name: string) => new RegExp(` ${name}="([^"]*)"`).exec(` ${attributes}`)?.[1] ?? ''
  const size = Number(value('font-size'))
  const width = textWidth(text, { size, bold: value('font-weight') === '700' })
  const x = Number(value('x')) + shifts.reduce((sum, [right]) => sum + right, 0)
  const left = { start: x, middle: x - width / 2, end: x - width }[value('text-anchor')] ?? x
  const y = Number(value('y')) + shifts.reduce((sum, [, down]) => sum + down, 0)
  return { text, size, left, right: left + width, top: y - size * 0.7, bottom: y + size * 0.2 }
}

export const overlapping = (boxes: readonly Box[]) =>
  boxes.flatMap((a, index) =>
    boxes
      .slice(index + 1)
      .filter((b) => a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom)
      .map((b) => `${a.text} / ${b.text}`),
  )

export const widthOf = (svg: string) => Number(/viewBox="0 0 ([\d.]+)/.exec(svg)?.[1])
export const heightOf = (svg: string) => Number(/viewBox="0 0 [\d.]+ ([\d.]+)"/.exec(svg)?.[1])
