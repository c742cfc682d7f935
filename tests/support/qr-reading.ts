import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { Resvg } from '@resvg/resvg-js'
import readPixels from 'jsqr'
import { withPdfFile } from './pdf-text.ts'
import { run } from './programs.ts'

/** What a camera reads of a drawing; null where there is no code in it. */
export function qrOfSvg(svg: string): string | null {
  const { pixels, width, height } = new Resvg(svg, {
    background: '#fff',
    fitTo: { mode: 'width', value: 800 },
  }).render()
  return readPixels(new Uint8ClampedArray(pixels), width, height)?.data ?? null
}

/** What a camera reads of a picture (PNG). */
export function qrOfPng(png: Uint8Array): string | null {
  const data = `data:image/png;base64,${Buffer.from(png).toString('base64')}`
  return qrOfSvg(
    `<svg xmlns="http://www.w3.org/2000/svg" width="1000" height="1414"><image width="1000" height="1414" href="${data}"/></svg>`,
  )
}

/** The last page of a PDF as another program paints it, 150 dots to the inch (PNG). */
export const lastPagePicture = (pdf: Uint8Array): Uint8Array =>
  withPdfFile(pdf, (file) => {
    const folder = mkdtempSync(path.join(os.tmpdir(), 'pdf-page-'))
    try {
      const pages = run('qpdf', ['--show-npages', file]).trim()
      run('pdftoppm', ['-r', '150', '-png', '-singlefile', '-f', pages, file, path.join(folder, 'page')])
      return readFileSync(path.join(folder, 'page.png'))
    } finally {
      rmSync(folder, { recursive: true })
    }
  })
