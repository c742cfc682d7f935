import { z } from 'zod'
import { programVersion } from '../../../platform/program-version.server.ts'
import type { ApiPart } from './api-part.server.ts'
import { problem, schemaAddress } from './describe.server.ts'
import { bilingual, maybeBilingual } from './pieces.server.ts'

/** Schemas that the answers of several rooms are made of. */
const SHARED = { Bilingual: bilingual, MaybeBilingual: maybeBilingual, Problem: problem }

/** Two rooms that describe one thing under one name are a fault of ours: neither may hide the other. */
function together<T>(parts: readonly Readonly<Record<string, T>>[]): Record<string, T> {
  const all: Record<string, T> = {}
  for (const [name, one] of parts.flatMap((part) => Object.entries(part))) {
    if (name in all) throw new Error(`the public interface describes ${name} twice`)
    all[name] = one
  }
  return all
}

function schemasOf(parts: readonly ApiPart[]): Readonly<Record<string, object>> {
  const registry = z.registry<{ id: string }>()
  const named = together<z.ZodType>([SHARED, ...parts.map(({ schemas }) => schemas)])
  for (const [id, schema] of Object.entries(named)) registry.add(schema, { id })
  const made = z.toJSONSchema(registry, { uri: schemaAddress, io: 'input' }).schemas
  return Object.fromEntries(
    Object.entries(made).map(([name, { $schema: _dialect, $id: _address, ...schema }]) => [name, schema]),
  )
}

/** The description of the public interface, OpenAPI 3.1. Everything in it is read-only and for anybody. */
export const openapiOf = (parts: readonly ApiPart[], origin: string) => ({
  openapi: '3.1.1',
  info: {
    title: 'Prongsai public interface',
    version: programVersion,
    summary: 'What the agency publishes, and what it rests on, for machines.',
    description:
      'Read-only. No person is named beyond what the agency publishes of itself and nothing confidential is told. Within /api/v1 fields are added, and never change their meaning.',
    license: { name: 'Apache 2.0', identifier: 'Apache-2.0' },
  },
  servers: [{ url: origin }],
  paths: together(parts.map(({ paths }) => paths)),
  components: { schemas: schemasOf(parts) },
})
