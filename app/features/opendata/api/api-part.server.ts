import { createContext } from 'react-router'
import type { z } from 'zod'

/** What a room adds to the description of the public interface. */
export type ApiPart = Readonly<{
  /** Path items of OpenAPI 3.1, by address. */
  paths: Readonly<Record<string, object>>
  /** Schemas that they refer to, by name. Names are contracts: generated clients name their types by them. */
  schemas: Readonly<Record<string, z.ZodType>>
}>

/** The parts of all rooms, in the order in which they are described. */
export const apiPartsContext = createContext<readonly ApiPart[]>()
