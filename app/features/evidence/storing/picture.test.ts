import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { crc32 } from 'node:zlib'
import ExifReader from 'exifreader'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { anAgency, aPerson, as, auditOf } from '../../../../tests/support/agency-at-work.ts'
import { freshDatabase, type TestDatabase } from '../../../../tests/support/database.ts'
import {
  aPicture,
  cameraTiff,
  exifSegment,
  painted,
  withSegments,
} from '../../../../tests/support/pictures.ts'
import { openUploadDesk, type UploadDesk } from '../../../../tests/support/uploading.ts'
import type { Piece } from './picture-bytes.server.ts'
import { orientationIn, readLocation } from './picture-location.server.ts'
import { partsOf } from './picture-parts.server.ts'
import { removeLocation } from './remove-location.server.ts'

const BANGKOK = { latitude: 13.75, longitude: 100.5, orientation: 6 }
const XMP = [0xe1, Buffer.from('http://ns.adobe.com/xap/1.0/\0<x:xmpmeta>secret place</x:xmpmeta>')] as const
const COMMENT = [0xfe, Buffer.from('secret comment')] as const
const PREVIEW = [0xe2, Buffer.from('MPF\0secret preview')] as const

const folder = mkdtempSync(path.join(os.tmpdir(), 'prongsai-picture-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

let written = 0
function onDisk(bytes: Uint8Array): string {
  written += 1
  const file = path.join(folder, `picture-${written}`)
  writeFileSync(file, bytes)
  return file
}

/** The bare picture, put together in memory as the use case puts it together on the disk. */
async function bareOf(bytes: Uint8Array, mediaType: string): Promise<Buffer> {
  const parts = await partsOf(onDisk(bytes), mediaType)
  if (!parts) throw new Error('the picture could not be taken apart')
  const pieces: readonly Piece[] = parts.bare(await orientationIn(parts.exif))
  return Buffer.concat(
    pieces.map((piece) =>
      'bytes' in piece ? piece.bytes : bytes.subarray(piece.from, piece.from + piece.length),
    ),
  )
}

const orientationOf = (bytes: Buffer) => ExifReader.load(bytes, { expanded: true }).exif?.Orientation?.value

describe.each(['jpeg', 'progressive'] as const)('a %s photo', (kind) => {
  let plain: Buffer
  beforeAll(async () => {
    plain = await aPicture(kind)
  })
  const located = () =>
    Buffer.concat([
      withSegments(plain, [exifSegment(cameraTiff(BANGKOK)), XMP, PREVIEW, COMMENT]),
      Buffer.from('secret film'),
    ])

  test('says where it was taken', async () => {
    expect(await readLocation(onDisk(located()), 'image/jpeg')).toEqual({ latitude: 13.75, longitude: 100.5 })
    expect(await readLocation(onDisk(plain), 'image/jpeg')).toBeNull()
  })

  test('without its location shows the same, is turned the same, and says nothing more', async () => {
    const bare = await bareOf(located(), 'image/jpeg')
    expect(painted(bare, 'image/jpeg')).toBe(
      painted(withSegments(plain, [exifSegment(cameraTiff(BANGKOK))]), 'image/jpeg'),
    )
    expect(bare.includes('secret')).toBe(false)
    expect(await readLocation(onDisk(bare), 'image/jpeg')).toBeNull()
    expect(orientationOf(bare)).toBe(6)
  })

  test('that is cut off or made up is left alone, and never read without end', async () => {
    expect(await partsOf(onDisk(plain.subarray(0, 30)), 'image/jpeg')).toBeNull()
    expect(await partsOf(onDisk(Buffer.from('ffd8ffe1ffff', 'hex')), 'image/jpeg')).toBeNull()
    expect(
      await partsOf(
        onDisk(Buffer.concat([Buffer.from('ffd8', 'hex'), Buffer.alloc(9000, 0xff)])),
        'image/jpeg',
      ),
    ).toBeNull()
    const cut = plain.subarray(0, plain.length - 40)
    expect((await bareOf(cut, 'image/jpeg')).subarray(-20)).toEqual(cut.subarray(-20))
  })
})

const pngChunk = (type: string, data: Buffer) => {
  const named = Buffer.concat([Buffer.from(type, 'latin1'), data])
  const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)]
  length.writeUInt32BE(data.length)
  sum.writeUInt32BE(crc32(named))
  return Buffer.concat([length, named, sum])
}

test('a PNG says where it was taken, and loses that with everything else that is said about it', async () => {
  const plain = await aPicture('png')
  const header = 8 + 25
  const located = Buffer.concat([
    plain.subarray(0, header),
    pngChunk('eXIf', cameraTiff(BANGKOK)),
    pngChunk('tEXt', Buffer.from('Comment\0secret place')),
    plain.subarray(header),
    Buffer.from('secret film'),
  ])
  expect(await readLocation(onDisk(located), 'image/png')).toEqual({ latitude: 13.75, longitude: 100.5 })
  const bare = await bareOf(located, 'image/png')
  expect(bare.includes('secret')).toBe(false)
  expect(await readLocation(onDisk(bare), 'image/png')).toBeNull()
  expect(painted(bare, 'image/png')).toBe(painted(plain, 'image/png'))
  expect(await orientationIn((await partsOf(onDisk(bare), 'image/png'))?.exif ?? null)).toBe(6)
})

test('a WebP says where it was taken, and loses that with everything else that is said about it', async () => {
  const chunk = (type: string, data: Buffer) => {
    const length = Buffer.alloc(4)
    length.writeUInt32LE(data.length)
    return Buffer.concat([Buffer.from(type, 'latin1'), length, data, Buffer.alloc(data.length % 2)])
  }
  const webp = (...chunks: readonly Buffer[]) => {
    const body = Buffer.concat([Buffer.from('WEBP', 'latin1'), ...chunks])
    const length = Buffer.alloc(4)
    length.writeUInt32LE(body.length)
    return Buffer.concat([Buffer.from('RIFF', 'latin1'), length, body])
  }
  const pixels = chunk('VP8L', Buffer.from('2f00000010071011118888fe07', 'hex'))
  const features = (flags: number) => chunk('VP8X', Buffer.from([flags, 0, 0, 0, 0, 0, 0, 0, 0, 0]))
  const located = webp(
    features(0x0c),
    pixels,
    chunk('EXIF', cameraTiff(BANGKOK)),
    chunk('XMP ', Buffer.from('secret place!')),
  )
  expect(await readLocation(onDisk(located), 'image/webp')).toEqual({ latitude: 13.75, longitude: 100.5 })
  const bare = await bareOf(located, 'image/webp')
  expect(await readLocation(onDisk(bare), 'image/webp')).toBeNull()
  expect(bare.subarray(0, -34)).toEqual(Buffer.concat([bare.subarray(0, 12), features(0x08), pixels]))
  expect(bare.readUInt32LE(4)).toBe(bare.length - 8)
  const upright = webp(features(0x08), pixels, chunk('EXIF', cameraTiff({ ...BANGKOK, orientation: 1 })))
  expect(await bareOf(upright, 'image/webp')).toEqual(webp(features(0), pixels))
})

describe('removing the location', () => {
  let database: TestDatabase
  let desk: UploadDesk
  beforeAll(async () => {
    database = await freshDatabase()
    desk = openUploadDesk()
  })
  afterAll(async () => {
    desk.remove()
    await database.drop()
  })

  test('makes a version without it, and leaves the one before to those who may change the evidence', async () => {
    const agency = await anAgency(database)
    const { id } = await aPerson(agency)
    const ctx = as(agency, id, ['unit-owner'])
    const photo = withSegments(await aPicture('jpeg'), [exifSegment(cameraTiff(BANGKOK))])
    const { evidenceId } = await desk.upload(ctx, { bytes: photo, name: 'กิจกรรม.jpg' })
    const versions = async () =>
      (
        await database.owner.query(
          'select number, sha256, file_name, location from evidence_version where evidence_id = $1 order by number',
          [evidenceId],
        )
      ).rows
    expect(await versions()).toMatchObject([{ location: { latitude: 13.75, longitude: 100.5 } }])

    const auditor = as(agency, (await aPerson(agency)).id, ['auditor'])
    expect(await removeLocation(auditor, desk.files(), evidenceId ?? '')).toMatchObject({
      error: { code: 'permission.refused' },
    })
    expect(await removeLocation(ctx, desk.files(), evidenceId ?? '')).toEqual({
      ok: true,
      value: { number: 2 },
    })
    const [, second] = await versions()
    expect(second).toMatchObject({ number: 2, file_name: 'กิจกรรม.jpg', location: null })
    const place = path.join(desk.dataDir, 'files', ctx.agency.id, second.sha256.slice(0, 2), second.sha256)
    expect(await readLocation(place, 'image/jpeg')).toBeNull()
    expect(painted(readFileSync(place), 'image/jpeg')).toBe(painted(photo, 'image/jpeg'))
    expect((await auditOf(database, ctx)).at(-1)).toMatchObject({
      action: 'evidence.versioned',
      detail: { number: 2, withoutLocation: true },
    })
    expect(await removeLocation(ctx, desk.files(), evidenceId ?? '')).toEqual({
      ok: false,
      error: { code: 'picture.nothing-to-remove' },
    })
  })
})
