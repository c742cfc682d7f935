import { globSync } from 'node:fs'
import { pathToFileURL } from 'node:url'
import { expect, test } from 'vitest'
import { ROLES } from '../../kernel/actor.ts'
import { type Policy, refusalOf } from '../../kernel/permission.ts'
import { actNames, permissionMatrix } from './permission-matrix.domain.ts'

/**
 * Every policy of the house, by the file that holds it; but for the sealed room, which nobody may ask: its pages say
 * themselves who is appointed.
 */
async function policies(): Promise<readonly (readonly [file: string, policy: Policy])[]> {
  const files = globSync('app/features/*/**/*.policy.ts')
    .filter((file) => !file.startsWith('app/features/protected/'))
    .sort()
  return Promise.all(
    files.map(async (file) => {
      const held = Object.entries(await import(pathToFileURL(file).href))
      const [policy] = held.filter(([name]) => name.endsWith('_POLICY')).map(([, value]) => value as Policy)
      if (!policy) throw new Error(`${file} holds no policy`)
      return [file, policy] as const
    }),
  )
}

const rows = permissionMatrix().flatMap(({ rows }) => rows)

test('every act of every policy of the house is in the matrix, once', async () => {
  const found = await policies()
  expect(found.map(([file]) => file)).toContain('app/features/people/people.policy.ts')
  const acts = found.flatMap(([, policy]) => Object.keys(policy))
  expect(rows.map((row) => row.act).sort()).toEqual(acts.sort())
})

test('the matrix says what a use case would be told when it asks', async () => {
  for (const [, policy] of await policies())
    for (const act of Object.keys(policy))
      for (const role of ROLES) {
        const unitId = role === 'unit-owner' ? 'own' : null
        const actor = { kind: 'person', id: 'somebody', name: 'ใคร', roles: [{ role, unitId }] } as const
        const anywhere = refusalOf(policy, act, actor) === null
        const inOwnUnit = refusalOf(policy, act, actor, { unitIds: ['own'] }) === null
        const row = rows.find((candidate) => candidate.act === act)
        const expected = anywhere ? 'yes' : inOwnUnit ? 'own-unit' : 'no'
        expect(row?.leave(role), `${act} ${role}`).toBe(expected)
        const ofOneself = refusalOf(policy, act, actor, { personId: 'somebody' }) === null
        expect(ofOneself, `${act} ${role}`).toBe(anywhere || row?.self(role))
      }
})

test('every act has words in both languages', () => {
  for (const { act } of rows) {
    expect(actNames('th')[act], act).toMatch(/^[\u0e01-\u0e5b]/u)
    expect(actNames('en')[act], act).toMatch(/^[a-z]/)
  }
})
