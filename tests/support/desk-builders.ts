import { createHash, randomBytes } from 'node:crypto'
import { mkdtempSync, writeFileSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import type { Readable } from 'node:stream'
import { createNumbers, type DeskTools } from '../../app/features/desk/desk-tools.server.ts'
import { DESK_TRIES } from '../../app/features/desk/pace.domain.ts'
import { newFormSecret } from '../../app/features/desk/tickets/form-secret.server.ts'
import { findTicketId } from '../../app/features/desk/tickets/ticket.repo.server.ts'
import {
  type AddedTicket,
  type AddTicket,
  addTicket,
} from '../../app/features/desk/tickets/usecases/add-ticket.server.ts'
import { insertUnit } from '../../app/features/people/directory/unit.repo.server.ts'
import type { Ctx } from '../../app/platform/ctx.server.ts'
import { withAgency } from '../../app/platform/db/tenant.server.ts'
import { createDiskStore } from '../../app/platform/files/disk-store.server.ts'
import { createLimits } from '../../app/platform/limits/limits.server.ts'
import { createSeal } from '../../app/platform/secrets/seal.server.ts'
import type { TestDatabase } from './database.ts'

export type DeskAtWork = DeskTools & Readonly<{ storeFolder: string }>

/** The tools of a desk whose files lie in a folder of its own. */
export function deskTools(database: TestDatabase): DeskAtWork {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'desk-'))
  const storeFolder = path.join(folder, 'files')
  return {
    storeFolder,
    store: createDiskStore(storeFolder),
    folder,
    mostBytes: 1024 * 1024,
    isScanning: false,
    stored: () => {},
    limits: createLimits(database.pool, DESK_TRIES),
    numbers: createNumbers(createSeal(randomBytes(32))),
    claimKeyPairOf: async (followUp, salt) => {
      const of = (half: string) => createHash('sha256').update(half).update(followUp).update(salt).digest()
      return { publicKey: of('public'), secretKey: of('secret') }
    },
    followUpAddress: (_agency, lang) =>
      `https://ita.agency.example${lang === 'en' ? '/en' : ''}/complaint/follow`,
    log: { info: () => {}, warn: () => {}, error: () => {} } as unknown as DeskTools['log'],
  }
}

export const TYPED = {
  kind: 'complaint',
  body: 'ไฟส่องสว่างหน้าอาคารสำนักงานดับมาสามวันแล้ว',
  name: 'สมหญิง ตัวอย่าง',
  email: 'somying@example.org',
} as const

/** Somebody tells the agency something. */
export async function aTicket(
  ctx: Ctx,
  tools: DeskTools,
  given: Partial<Omit<AddTicket, 'typed'>> & Readonly<{ typed?: Readonly<Record<string, string>> }> = {},
): Promise<AddedTicket & Readonly<{ id: string }>> {
  const added = await addTicket(ctx, tools, {
    formSecret: newFormSecret(ctx.now()),
    files: [],
    channel: 'web',
    lang: 'th',
    ...given,
    typed: { ...TYPED, ...given.typed },
  })
  if (!added.ok) throw new Error(JSON.stringify(added.error))
  return { ...added.value, id: await idOf(ctx, added.value.reference) }
}

export const idOf = (ctx: Ctx, reference: string): Promise<string> =>
  withAgency(ctx.db, ctx.agency.id, async (tx) => {
    const id = await findTicketId(tx, ctx.agency.id, { reference })
    if (id === null) throw new Error(`no ticket ${reference}`)
    return id
  })

/** A unit of the agency, founded long ago. */
export const aUnit = (ctx: Ctx, nameTh: string): Promise<string> =>
  withAgency(ctx.db, ctx.agency.id, (tx) =>
    insertUnit(tx, ctx.agency.id, {
      code: null,
      nameTh,
      nameEn: null,
      parentId: null,
      validFrom: '2020-01-01',
    }),
  )

/** A file on the disk, as a form brings it. */
export function sentFile(tools: DeskTools, fileName: string, content: string | Uint8Array) {
  const bytes = Buffer.from(content)
  const place = path.join(tools.folder, `${randomBytes(8).toString('hex')}.passing`)
  writeFileSync(place, bytes)
  return { path: place, fileName, size: bytes.length }
}

export async function textOf(bytes: Readable): Promise<string> {
  const pieces: Buffer[] = []
  for await (const piece of bytes) pieces.push(piece)
  return Buffer.concat(pieces).toString('utf8')
}
