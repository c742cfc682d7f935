import type { Who } from '../people/who.ts'

/** A request of the fuzz as it goes over the wire, and what is known of it. */
export type FuzzRequest = Readonly<{
  number: number
  family: string
  who: Who
  method: string
  path: string
  headers: readonly (readonly [name: string, value: string])[]
  body: Buffer
  /** Whether an HTTP server may refuse it, or hang up, before any program sees it. */
  isBroken: boolean
}>

export type Draft = Omit<FuzzRequest, 'number' | 'who' | 'isBroken' | 'body' | 'headers'> &
  Partial<Pick<FuzzRequest, 'isBroken' | 'body' | 'headers'>>

/** The code of the agency that answers under a host name of the proof. */
export const agencyOf = ({ host }: Who): string => host.split('.')[0] ?? ''
