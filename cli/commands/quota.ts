import { readStoredSize, setFileQuota } from '../../app/features/evidence/index.server.ts'
import { listAgencies } from '../../app/features/people/index.server.ts'
import { sizeText } from '../../app/kernel/file-size.ts'
import type { Ctx, ProgramCtx } from '../../app/platform/ctx.server.ts'
import type { Command } from '../command.ts'
import { BadInput, EXIT, type Terminal } from '../terminal.ts'
import { inDatabase } from './database.ts'
import { settings } from './settings.ts'

const MEGABYTE = 1024 * 1024
const MOST_MB = 100_000_000

/** `prongsai quota [CODE] [MB|none]`: how much agencies keep and may keep, and how to change that. */
export const quota: Command = async (terminal, { files }) => {
  const { text } = terminal
  const [code, typed, tooMany] = files
  if (tooMany !== undefined) throw new BadInput(text.storage.tooMany(tooMany))
  const wanted = typed === undefined ? undefined : bytesOf(terminal, typed)
  return inDatabase(terminal, 'prongsai quota', async (ctx) => {
    const all = await agenciesOf(ctx)
    const agencies = code === undefined ? all : all.filter(({ agency }) => agency.code === code)
    if (code !== undefined && agencies.length === 0) throw new BadInput(text.storage.noAgency(code))
    if (wanted !== undefined) for (const one of agencies) await setFileQuota(one, wanted)
    await printQuotas(terminal, agencies)
    return EXIT.done
  })
}

/** Null: none of its own. */
function bytesOf({ text }: Terminal, typed: string): number | null {
  if (typed === 'none') return null
  const megabytes = /^\d{1,9}$/.test(typed) ? Number(typed) : 0
  if (megabytes < 1 || megabytes > MOST_MB) throw new BadInput(text.storage.badSize(typed))
  return megabytes * MEGABYTE
}

/** Every agency of the installation, as this command acts in it. */
export async function agenciesOf(ctx: ProgramCtx): Promise<readonly Ctx[]> {
  return (await listAgencies(ctx)).map((agency) => ({ ...ctx, agency }))
}

async function printQuotas(terminal: Terminal, agencies: readonly Ctx[]): Promise<void> {
  const { json, print, text } = terminal
  const { quotaMb } = settings(terminal).files
  const defaultQuota = quotaMb === null ? null : quotaMb * MEGABYTE
  const rows = []
  for (const ctx of agencies) {
    const { files, bytes, quota: own } = await readStoredSize(ctx)
    rows.push({ agency: ctx.agency.code, files, bytes, quota: own ?? defaultQuota, isOwn: own !== null })
  }
  if (json) return print(JSON.stringify({ agencies: rows }))
  if (rows.length === 0) print(text.storage.nobody)
  for (const { agency, files, bytes, quota: limit, isOwn } of rows) {
    const most = limit === null ? text.storage.noLimit : sizeText(limit)
    print(text.storage.line(agency, files, sizeText(bytes), most, isOwn))
  }
}
