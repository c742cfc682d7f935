import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { PDFDocument, rgb } from '@cantoo/pdf-lib'
import { Resvg } from '@resvg/resvg-js'
import { run } from './programs.ts'

/** A picture of several colours, as a program that is not ours writes it. */
export async function aPicture(kind: 'jpeg' | 'progressive' | 'png'): Promise<Buffer> {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'prongsai-picture-'))
  try {
    const pdf = await PDFDocument.create()
    const page = pdf.addPage([96, 64])
    page.drawRectangle({ x: 0, y: 0, width: 48, height: 64, color: rgb(0.8, 0.1, 0.1) })
    page.drawCircle({ x: 64, y: 40, size: 20, color: rgb(0.1, 0.2, 0.8) })
    const source = path.join(folder, 'page.pdf')
    writeFileSync(source, await pdf.save())
    const look =
      kind === 'png' ? ['-png'] : ['-jpeg', '-jpegopt', `progressive=${kind === 'progressive' ? 'y' : 'n'}`]
    run('pdftoppm', [...look, '-singlefile', source, path.join(folder, 'picture')])
    return readFileSync(path.join(folder, kind === 'png' ? 'picture.png' : 'picture.jpg'))
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

/** What is seen of a picture, as another program paints it, pixel by pixel. */
export function painted(picture: Uint8Array, mediaType: string): string {
  const data = `data:${mediaType};base64,${Buffer.from(picture).toString('base64')}`
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="96" height="64"><image width="96" height="64" href="${data}"/></svg>`
  const pixels = Buffer.from(new Resvg(svg).render().pixels)
  if (pixels.every((value) => value === pixels[0])) throw new Error('nothing was painted')
  return pixels.toString('base64')
}

type Camera = Readonly<{ latitude: number; longitude: number; orientation: number }>

/** What a phone writes into its pictures: how it was held, and where. As a TIFF, whole degrees and minutes. */
export function cameraTiff({ latitude, longitude, orientation }: Camera): Buffer {
  const tiff = Buffer.alloc(160)
  tiff.write('II*\0', 0, 'latin1')
  tiff.writeUInt32LE(8, 4)
  const entry = (
    at: number,
    [tag, type, count, value]: readonly [number, number, number, number | string],
  ) => {
    tiff.writeUInt16LE(tag, at)
    tiff.writeUInt16LE(type, at + 2)
    tiff.writeUInt32LE(count, at + 4)
    if (typeof value === 'string') tiff.write(value, at + 8, 'latin1')
    else if (type === 3) tiff.writeUInt16LE(value, at + 8)
    else tiff.writeUInt32LE(value, at + 8)
  }
  tiff.writeUInt16LE(2, 8)
  entry(10, [0x0112, 3, 1, orientation])
  entry(22, [0x8825, 4, 1, 40])
  tiff.writeUInt16LE(4, 40)
  entry(42, [1, 2, 2, latitude < 0 ? 'S' : 'N'])
  entry(54, [2, 5, 3, 100])
  entry(66, [3, 2, 2, longitude < 0 ? 'W' : 'E'])
  entry(78, [4, 5, 3, 124])
  const degrees = (at: number, value: number) => {
    const whole = Math.floor(Math.abs(value))
    const parts = [whole, Math.round((Math.abs(value) - whole) * 60), 0]
    parts.forEach((part, index) => {
      tiff.writeUInt32LE(part, at + index * 8)
      tiff.writeUInt32LE(1, at + index * 8 + 4)
    })
  }
  degrees(100, latitude)
  degrees(124, longitude)
  return tiff
}

/** The same JPEG with segments of its own behind its start; `kind` is the second byte of the mark. */
export const withSegments = (
  jpeg: Buffer,
  segments: readonly (readonly [kind: number, body: Buffer])[],
): Buffer =>
  Buffer.concat([
    jpeg.subarray(0, 2),
    ...segments.map(([kind, body]) => {
      const head = Buffer.from([0xff, kind, 0, 0])
      head.writeUInt16BE(body.length + 2, 2)
      return Buffer.concat([head, body])
    }),
    jpeg.subarray(2),
  ])

export const exifSegment = (tiff: Buffer) =>
  [0xe1, Buffer.concat([Buffer.from('Exif\0\0', 'latin1'), tiff])] as const
