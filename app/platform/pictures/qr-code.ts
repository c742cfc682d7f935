import { encode } from 'uqr'

/** `path` is SVG path data of the dark parts in a square of `size` units, its quiet edge of four units within it. */
export type QrCode = Readonly<{ size: number; path: string }>

/** A text as a QR code that is read also where a seventh of it is damaged. */
export function qrCode(text: string): QrCode {
  const { data, size } = encode(text, { ecc: 'M', border: 4 })
  return { size, path: data.map(rowPath).join('') }
}

/** The same as a picture of its own, dark on white whatever stands around it, since cameras expect it so. */
export function qrSvg(text: string): string {
  const { size, path } = qrCode(text)
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${size} ${size}" width="${size}" height="${size}" shape-rendering="crispEdges"><rect width="${size}" height="${size}" fill="#fff"/><path d="${path}" fill="#000"/></svg>`
}

/** Dark parts that touch are one piece, so that no hair line shows between them. */
function rowPath(row: readonly boolean[], y: number): string {
  let path = ''
  for (let x = 0; x < row.length; x += 1) {
    if (!row[x]) continue
    const start = x
    while (row[x + 1]) x += 1
    path += `M${start} ${y}h${x - start + 1}v1H${start}z`
  }
  return path
}
