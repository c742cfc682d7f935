import { createReadStream } from 'node:fs'
import path from 'node:path'
import { closeThread, openThread } from '../../app/features/protected/cases/open-case.server.ts'
import { openProtectedChannel, type ProtectedCtx } from '../../app/features/protected/channel.server.ts'
import { inProtected, withProtected } from '../../app/features/protected/database/protected-db.server.ts'
import type { AppointmentKind } from '../../app/features/protected/receiving/appointment.domain.ts'
import { insertAppointment } from '../../app/features/protected/receiving/appointment.repo.server.ts'
import { findOwnDesk, type OpenHolder } from '../../app/features/protected/receiving/own-vaults.server.ts'
import { unlockVaults } from '../../app/features/protected/receiving/usecases/unlock-vaults.server.ts'
import { fileKeyOf, openFile } from '../../app/features/protected/sealing/files.server.ts'
import {
  type ChannelSettings,
  FIRST_SETTINGS,
} from '../../app/features/protected/settings/channel-settings.domain.ts'
import { saveChannelSettings } from '../../app/features/protected/settings/channel-settings.repo.server.ts'
import { readConfig } from '../../app/platform/config/config.server.ts'
import { openDatabase } from '../../app/platform/db/database.server.ts'
import { aHolder } from './sealed-room.ts'

/** The channel of a program that runs, or may, reached past it: its tables, its folders and its pepper. */
export async function inChannelOf<T>(
  env: Record<string, string>,
  agency: ProtectedCtx['agency'],
  work: (ctx: ProtectedCtx) => Promise<T>,
): Promise<T> {
  const config = readConfig(env)
  if (!config.ok) throw new Error('settings of a test cannot be read')
  const database = await openDatabase(config.value, { log: () => {} })
  try {
    const now = () => new Date()
    const channel = openProtectedChannel(config.value, { db: database.db, now })
    return await work({ db: database.db, agency, now, actor: { kind: 'command', name: 'test' }, channel })
  } finally {
    await database.close()
  }
}

/** Opens the channel to everybody, with those of the given kinds appointed; each has a vault that is open. */
export async function openTheChannel(
  ctx: ProtectedCtx,
  kinds: readonly AppointmentKind[],
  changes: Partial<ChannelSettings> = {},
): Promise<readonly OpenHolder[]> {
  await withProtected(ctx.channel.db, ctx.agency.id, (tx) =>
    saveChannelSettings(tx, {
      agencyId: ctx.agency.id,
      recovery: null,
      settings: {
        ...FIRST_SETTINGS,
        isOpen: true,
        openedOn: '2026-11-01',
        categories: [{ key: 'corruption', th: 'ทุจริต', en: 'Corruption' }],
        ...changes,
      },
      day: '2026-11-01',
    }),
  )
  const holders: OpenHolder[] = []
  for (const [index, kind] of kinds.entries()) holders.push(await aHolder(ctx, kind, { step: index + 1 }))
  return holders
}

type Appointed = Readonly<{ personId: string; kind: AppointmentKind; name: string; step: number }>

/** Appoints somebody, who has no vault yet; roles are named after `name`. */
export async function appointIn({ channel, agency }: ProtectedCtx, given: Appointed): Promise<string> {
  const { personId, kind, name, step } = given
  const appointed = {
    personId,
    kind,
    roleTh: `ผู้ทำหน้าที่ ${name}`,
    roleEn: `Role of ${name}`,
    officeKey: null,
    step,
  }
  const id = await withProtected(channel.db, agency.id, (tx) =>
    insertAppointment(tx, agency.id, { ...appointed, day: '2026-11-01' }),
  )
  if (id === null) throw new Error(`${name} is appointed already`)
  return id
}

/** What opens with somebody's passphrase. */
export async function openedBy(
  ctx: ProtectedCtx,
  { personId, passphrase }: Readonly<{ personId: string; passphrase: string }>,
): Promise<readonly OpenHolder[]> {
  const asked = { ...ctx, actor: { kind: 'person', id: personId, name: 'ผู้รับเรื่อง', roles: [] } } as const
  const vaults = await unlockVaults(asked, passphrase)
  if (!vaults.ok) throw new Error(vaults.error.code)
  return (await findOwnDesk(asked, vaults.value)).open
}

/** All reports that there are, in no order. */
export const listReportIds = ({ channel, agency }: ProtectedCtx): Promise<readonly string[]> =>
  withProtected(channel.db, agency.id, async (tx) => {
    const rows = tx.selectFrom('protected.report').select('id').where('agency_id', '=', agency.id)
    return (await rows.execute()).map(({ id }) => id)
  })

export type ReadCase = Readonly<{
  isWhole: boolean
  texts: readonly string[]
  fields: Readonly<Record<string, string>>
  files: readonly Readonly<{ name: string; bytes: Buffer }>[]
}>

/** Everything that one holder can read, by cases, files to their last byte. */
export async function readAll(
  ctx: ProtectedCtx,
  { holder, vault }: OpenHolder,
): Promise<readonly ReadCase[]> {
  const agencyId = ctx.agency.id
  const ids = await listReportIds(ctx)
  const read: ReadCase[] = []
  for (const reportId of ids) {
    const opener = { as: 'holder', keyId: holder.keyId, vault } as const
    const opened = await inProtected(ctx, (tx) => openThread(tx, ctx.channel, { agencyId, reportId, opener }))
    if (!opened.ok) continue
    const thread = opened.value
    const stored = new Map(thread.items.flatMap((item) => item.files).map((file) => [file.id, file]))
    const files: { name: string; bytes: Buffer }[] = []
    for (const file of thread.items.flatMap(({ content }) => content?.files ?? [])) {
      const place = path.join(ctx.channel.filesFolder, stored.get(file.id)?.path ?? 'missing')
      const key = fileKeyOf(Buffer.from(file.key, 'base64'), thread.shredKey, file.id)
      const pieces: Uint8Array[] = []
      for await (const piece of openFile(createReadStream(place), key)) pieces.push(Buffer.from(piece))
      files.push({ name: file.name, bytes: Buffer.concat(pieces) })
    }
    read.push({
      isWhole: thread.chain.whole,
      texts: thread.items.flatMap(({ content }) => content?.text ?? []),
      fields: Object.assign({}, ...thread.items.map(({ content }) => content?.fields ?? {})),
      files,
    })
    closeThread(thread)
  }
  return read
}
