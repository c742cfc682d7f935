import { degrees, PDFDocument, PDFName, PDFString, rgb, StandardFonts } from '@cantoo/pdf-lib'
import { describe, expect, test } from 'vitest'
import { popplerPages, withPdfFile } from '../../../../tests/support/pdf-text.ts'
import { run } from '../../../../tests/support/programs.ts'
import { drawForeign, openForeign, pageSizes } from './foreign-pages.ts'

const name = PDFName.of
const A4 = [595.28, 841.89] as const
/** All of the page but a band at its foot. */
const PLACE = { left: 0, bottom: 30, width: A4[0], height: A4[1] - 30 }

type Given = Readonly<{ turn?: number; width?: number; height?: number; crop?: number }>

/** A page that says "corner" near the corner that a reader sees at the upper left. */
async function aSource({ turn = 0, width = 400, height = 600, crop = 0 }: Given = {}): Promise<PDFDocument> {
  const document = await PDFDocument.create({ updateMetadata: false })
  const font = await document.embedFont(StandardFonts.Helvetica)
  const page = document.addPage([width, height])
  page.setRotation(degrees(turn))
  if (crop > 0) page.setCropBox(crop, crop, width - 2 * crop, height - 2 * crop)
  const [left, bottom, right, top] = [crop + 10, crop + 10, width - crop - 10, height - crop - 10]
  const at = {
    0: [left, top - 20],
    90: [left + 20, bottom],
    180: [right, bottom + 20],
    270: [right - 20, top],
  }[turn] ?? [0, 0]
  page.drawText('corner', { x: at[0] ?? 0, y: at[1] ?? 0, size: 20, font, rotate: degrees(turn) })
  return document
}

async function drawn(source: PDFDocument): Promise<Uint8Array> {
  const opened = await openForeign(await source.save())
  if (!opened.ok) throw new Error(opened.error)
  const target = await PDFDocument.create({ updateMetadata: false })
  const places = opened.value.getPages().map((_, from) => {
    const onto = target.addPage([...A4])
    onto.drawRectangle({ x: 0, y: 0, width: 10, height: 10, color: rgb(1, 0, 0) })
    return { from, onto, place: PLACE }
  })
  drawForeign(target, opened.value, places)
  return target.save()
}

/** The box of a word, in points from the upper left corner. */
function wordBox(bytes: Uint8Array, word: string) {
  const boxes = withPdfFile(bytes, (file) => run('pdftotext', ['-bbox', file, '-']))
  const pattern = new RegExp(
    `xMin="([\\d.]+)" yMin="([\\d.]+)" xMax="([\\d.]+)" yMax="([\\d.]+)">${word}<`,
    'u',
  )
  const [, left, top, right, bottom] = (pattern.exec(boxes) ?? []).map(Number)
  return { left: left ?? -1, top: top ?? -1, right: right ?? -1, bottom: bottom ?? -1 }
}

describe('a page that somebody brought in', () => {
  test.each([0, 90, 180, 270])(
    'turned by %i degrees stands as a reader sees it, in its own size',
    async (turn) => {
      const bytes = await drawn(await aSource({ turn }))
      const shownWidth = turn % 180 === 0 ? 400 : 600
      const { left, top, right, bottom } = wordBox(bytes, 'corner')
      // Centred, and at the upper edge.
      expect(left).toBeCloseTo((A4[0] - shownWidth * Math.min(1, A4[0] / shownWidth)) / 2 + 10, -1)
      expect(top).toBeLessThan(40)
      expect(right - left).toBeGreaterThan(2 * (bottom - top))
    },
  )

  test('larger than its place is made smaller, and keeps off the band', async () => {
    const source = await aSource({ width: 1200, height: 1700 })
    source.getPages()[0]?.drawText('foot', { x: 10, y: 8, size: 20 })
    const { bottom } = wordBox(await drawn(source), 'foot')
    expect(bottom).toBeLessThanOrEqual(A4[1] - 30 + 1)
    expect(bottom).toBeGreaterThan(A4[1] - 60)
  })

  test('shows what its crop box shows, and has the size of that', async () => {
    const source = await aSource({ crop: 50 })
    expect(pageSizes(source)).toEqual([{ width: 300, height: 500 }])
    const { left, top } = wordBox(await drawn(source), 'corner')
    expect(left).toBeCloseTo((A4[0] - 300) / 2 + 10, -1)
    expect(top).toBeLessThan(40)
  })

  test('brings what was written on it where that is printed, and nothing that is hidden', async () => {
    const source = await aSource()
    const page = source.getPages()[0]
    const { context } = source
    const font = (await source.embedFont(StandardFonts.Helvetica)).ref
    const appearance = (text: string) =>
      context.register(
        context.flateStream(`BT /F1 10 Tf 2 2 Td (${text}) Tj ET`, {
          Type: 'XObject',
          Subtype: 'Form',
          BBox: [0, 0, 50, 15],
          Resources: { Font: { F1: font } },
        }),
      )
    const annotation = (text: string, flags: number, left: number) =>
      context.register(
        context.obj({
          Type: 'Annot',
          Subtype: 'Stamp',
          Rect: [left, 300, left + 100, 330],
          F: flags,
          AP: { N: appearance(text) },
        }),
      )
    page?.node.set(
      name('Annots'),
      context.obj([
        annotation('signed', 4, 50),
        annotation('unseen', 6, 200),
        annotation('onscreen', 0, 300),
      ]),
    )
    const bytes = await drawn(source)
    expect(popplerPages(bytes)[0]?.join(' ')).toMatch(/signed/)
    expect(popplerPages(bytes)[0]?.join(' ')).not.toMatch(/unseen|onscreen/)
    // Twice as large as its form is.
    const { left, right } = wordBox(bytes, 'signed')
    expect(left).toBeCloseTo((A4[0] - 400) / 2 + 50 + 4, -1)
    expect(right - left).toBeGreaterThan(45)
  })

  test('brings nothing that runs, leads away or is attached', async () => {
    const source = await aSource()
    const { context, catalog } = source
    source.addJavaScript('hello', 'app.alert(1)')
    await source.attach(new Uint8Array([1, 2, 3]), 'x.bin', { mimeType: 'application/octet-stream' })
    catalog.set(name('OpenAction'), context.obj({ S: 'JavaScript', JS: PDFString.of('app.alert(2)') }))
    const page = source.getPages()[0]
    page?.node.set(name('AA'), context.obj({ O: { S: 'JavaScript', JS: PDFString.of('app.alert(3)') } }))
    page?.node.set(
      name('Annots'),
      context.obj([
        {
          Type: 'Annot',
          Subtype: 'Link',
          Rect: [0, 0, 9, 9],
          A: { S: 'URI', URI: PDFString.of('http://x') },
        },
      ]),
    )
    const bytes = await drawn(source)
    const target = await PDFDocument.load(bytes)
    expect(
      target.context
        .enumerateIndirectObjects()
        .map(([, object]) => String(object))
        .join(' '),
    ).not.toMatch(/JavaScript|URI|EmbeddedFile|alert/)
    expect(popplerPages(bytes)[0]).toContain('corner')
  })

  test('stands under what our own page draws, as an artifact to a screen reader', async () => {
    const bytes = await drawn(await aSource())
    expect(withPdfFile(bytes, (file) => run('qpdf', ['--check', file]))).toContain('No syntax or stream')
    const shown = withPdfFile(bytes, (file) => run('qpdf', ['--qdf', '--object-streams=disable', file, '-']))
    const [artifact, own] = [shown.indexOf('/Artifact BMC q 0 30'), shown.indexOf('1 0 0 rg')]
    expect(artifact).toBeGreaterThan(0)
    expect(own).toBeGreaterThan(artifact)
  })

  test('gives none of its own numbers of marked content to ours', async () => {
    const source = await aSource()
    const { context } = source
    const content = '/P << /MCID 0 /Lang (th) >> BDC EMC /Span /Own BDC EMC'
    source.getPages()[0]?.node.set(name('Contents'), context.register(context.flateStream(content)))
    source
      .getPages()[0]
      ?.node.Resources()
      ?.set(name('Properties'), context.obj({ Own: { MCID: 1 } }))
    const bytes = await drawn(source)
    const shown = withPdfFile(bytes, (file) => run('qpdf', ['--qdf', '--object-streams=disable', file, '-']))
    expect(shown).toContain('/Lang (th)')
    expect(shown).not.toContain('MCID')
  })

  test('without any content is an empty page', async () => {
    const source = await PDFDocument.create()
    source.addPage([300, 300])
    source.getPages()[0]?.node.delete(name('Contents'))
    expect(popplerPages(await drawn(source))).toHaveLength(1)
  })

  test('is drawn to the same bytes each time', async () => {
    const source = await aSource()
    expect(Buffer.from(await drawn(source)).equals(await drawn(source))).toBe(true)
  })
})

describe('a file that is not drawn', () => {
  test('because it has a password is told', async () => {
    const source = await aSource()
    source.encrypt({ userPassword: 'secret', ownerPassword: 'owner' })
    expect(await openForeign(await source.save())).toEqual({ ok: false, error: 'encrypted' })
  })

  test.each([
    ['nothing', new Uint8Array()],
    ['no PDF', new TextEncoder().encode('hello')],
    ['a head alone', new TextEncoder().encode('%PDF-1.7\n%%EOF\n')],
  ])('because it is %s is told', async (_, bytes) => {
    expect(await openForeign(bytes)).toEqual({ ok: false, error: 'broken' })
  })

  test('because half of it is gone is told, or has no page that could be drawn', async () => {
    const whole = await (await aSource()).save({ useObjectStreams: false })
    const opened = await openForeign(whole.slice(0, whole.length / 3))
    expect(opened).toEqual({ ok: false, error: 'broken' })
  })
})
