import { err, ok, type Result } from '../../../../kernel/result.ts'
import type { IsoDay } from '../../../../kernel/thai-date.ts'
import type { BrokenCase, NoCase } from '../../cases/case-tools.server.ts'
import { appendItem, closeThread, openThread } from '../../cases/open-case.server.ts'
import type { ProtectedCtx } from '../../channel.server.ts'
import { inProtected } from '../../database/protected-db.server.ts'
import type { ReceiptKeys } from '../../sealing/derivation.server.ts'
import type { IncomingFile } from '../incoming-files.server.ts'

/** `once`: of the form; the same form sent twice adds once. */
type Addition = Readonly<{
  keys: ReceiptKeys
  text: string
  files: readonly IncomingFile[]
  once: string
  day: IsoDay
}>

type AdditionMade = Result<Readonly<{ isNew: boolean }>, NoCase | BrokenCase>

/** The reporter adds words or files. `isNew` is false where that form had added already. */
export const addToReport = (
  ctx: ProtectedCtx,
  { keys, text, files, once, day }: Addition,
): Promise<AdditionMade> =>
  inProtected(ctx, async (tx): Promise<AdditionMade> => {
    const opened = await openThread(tx, ctx.channel, {
      agencyId: ctx.agency.id,
      opener: { as: 'reporter', keys },
    })
    if (!opened.ok) return opened
    const thread = opened.value
    try {
      if (thread.items.some(({ content }) => content?.facts?.once === once)) return ok({ isNew: false })
      const added = await appendItem(tx, ctx.channel, {
        thread,
        kind: 'addition',
        day,
        content: { text, files: files.map(({ file }) => file), facts: { once } },
        files: files.map(({ stored }) => stored),
      })
      return added.ok ? ok({ isNew: true }) : err(added.error)
    } finally {
      closeThread(thread)
    }
  })
