import type { DeskTools } from './desk-tools.server.ts'
import { SLOW_MS } from './pace.domain.ts'

/** Whether somebody may go on at once, after a while, or only in so many seconds. */
export type Pace =
  | Readonly<{ kind: 'go' }>
  | Readonly<{ kind: 'slow'; ms: number }>
  | Readonly<{ kind: 'refused'; seconds: number }>

type Asked = Readonly<{ agencyId: string; network: string; act: 'add' | 'follow-up'; reference?: string }>

/** Counts one try and says at what pace it goes; slow comes before refused. Rejects while the database is away. */
export async function paceOf(
  { limits }: Pick<DeskTools, 'limits'>,
  { agencyId, network, act, reference }: Asked,
): Promise<Pace> {
  const key = `${agencyId} ${network}`
  const refused = await limits.take(`desk-${act}`, key)
  if (refused > 0) return { kind: 'refused', seconds: refused }
  const ofAll =
    act === 'add'
      ? await limits.take('desk-add-agency', agencyId)
      : reference === undefined
        ? 0
        : await limits.take('desk-follow-up-number', `${agencyId} ${reference}`)
  if (ofAll > 0) return { kind: 'refused', seconds: ofAll }
  return (await limits.take(`desk-${act}-slow`, key)) > 0 ? { kind: 'slow', ms: SLOW_MS } : { kind: 'go' }
}
