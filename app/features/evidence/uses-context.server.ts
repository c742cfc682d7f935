import { createContext } from 'react-router'
import type { Language } from '../../i18n/language.ts'
import type { Ctx } from '../../platform/ctx.server.ts'
import type { EvidenceObject } from './evidence.domain.ts'

/** What a thing that evidence proves is called, and the part of its address behind `/office/`. */
export type UseName = Readonly<{ title: string; part: string }>

/** Names of what evidence is used for, by `${kind} ${id}`; what is gone is left out. */
export type FindUseNames = (
  ctx: Ctx,
  uses: readonly EvidenceObject[],
  lang: Language,
) => Promise<ReadonlyMap<string, UseName>>

/** The other rooms stand on this one, so the program hands in who knows the names. */
export const evidenceUsesContext = createContext<FindUseNames>()
