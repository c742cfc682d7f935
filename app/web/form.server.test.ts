import { expect, test } from 'vitest'
import { z } from 'zod'
import { readForm, typedValues } from './form.server.ts'
import { isSecretField } from './secret-field.ts'

const SCHEMA = z.object({
  name: z.string({ error: 'person.no-name' }),
  email: z.string({ error: 'person.bad-email' }).max(10, { error: 'person.bad-email' }),
})
const formOf = (...fields: [string, string | Blob][]) => {
  const form = new FormData()
  for (const [name, value] of fields) form.append(name, value)
  return form
}

test('a form that is filled in well gives its values, and nothing that was not asked for', () =>
  expect(readForm(formOf(['name', 'สมชาย'], ['email', 'a@b.c'], ['role', 'administrator']), SCHEMA)).toEqual({
    ok: true,
    value: { name: 'สมชาย', email: 'a@b.c' },
  }))

test('every field that is wrong is told by its code, with what was typed', () =>
  expect(readForm(formOf(['name', ''], ['email', 'far-too-long@agency.example']), SCHEMA)).toEqual({
    ok: false,
    error: {
      values: { name: '', email: 'far-too-long@agency.example' },
      faults: { name: 'person.no-name', email: 'person.bad-email' },
    },
  }))

test('an empty post is told what is missing', () =>
  expect(readForm(formOf(), SCHEMA)).toMatchObject({ ok: false, error: { values: {} } }))

test('a file in the place of a text is wrong', () =>
  expect(readForm(formOf(['name', new Blob(['x'])], ['email', 'a@b.c']), SCHEMA)).toMatchObject({
    ok: false,
    error: { faults: { name: 'person.no-name' }, values: { email: 'a@b.c' } },
  }))

test('names that mean something to the language change nothing', () => {
  readForm(
    formOf(['__proto__.polluted', 'yes'], ['constructor.prototype.polluted', 'yes'], ['name', 'a']),
    SCHEMA,
  )
  expect(({} as Record<string, unknown>).polluted).toBeUndefined()
})

test('what was typed is shown again without secrets and files', () =>
  expect(
    typedValues([
      ...formOf(
        ['name', 'สมชาย'],
        ['password', 'p'],
        ['currentPassword', 'p'],
        ['clientSecret', 's'],
        ['linkToken', 't'],
        ['code', '123456'],
        ['unitCode', 'CSR'],
        ['file', new Blob(['x'])],
      ),
    ]),
  ).toEqual({ name: 'สมชาย', unitCode: 'CSR' }))

test('a code of a unit is no secret', () => {
  expect(isSecretField('unitCode')).toBe(false)
  expect(isSecretField('agency_code')).toBe(false)
  expect(isSecretField('code')).toBe(true)
  expect(isSecretField('secretary')).toBe(false)
  expect(isSecretField('meeting-secretary-1')).toBe(false)
  expect(isSecretField('secretaryToken')).toBe(true)
  expect(isSecretField('secretarySecret')).toBe(true)
})
