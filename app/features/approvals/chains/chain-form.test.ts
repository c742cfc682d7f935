import { expect, it } from 'vitest'
import { typedValues } from '../../../web/form.server.ts'
import { chainValues, readChainForm, rowsOf } from './chain-form.domain.ts'

const step = (bodyId: string, position: number) =>
  ({
    position,
    bodyId,
    bodyName: bodyId,
    accepts: 'approved',
    circularAllowed: true,
    recorders: ['meeting-secretary'],
  }) as const

it('what a form shows of a chain is read back as that chain', () => {
  const values = chainValues([step('a', 1), step('b', 2)])
  expect(
    readChainForm(values).map(({ bodyId, circularAllowed, recorders }) => [
      bodyId,
      circularAllowed,
      recorders,
    ]),
  ).toEqual([
    ['a', true, ['meeting-secretary']],
    ['b', true, ['meeting-secretary']],
  ])
  expect(rowsOf(values)).toBe(4)
  expect(rowsOf(chainValues(null))).toBe(2)
})

it('who records the resolutions comes through the form as it is sent', () => {
  const sent = typedValues(Object.entries(chainValues([step('a', 1)])))
  expect(readChainForm(sent).map(({ recorders }) => recorders)).toEqual([['meeting-secretary']])
})

it('steps are in the order of their places, and rows without a body are none', () => {
  const values = {
    ...chainValues([step('a', 1), step('b', 2)]),
    'place-1': '2',
    'place-2': '1',
    'body-3': '',
  }
  expect(readChainForm(values).map(({ bodyId }) => bodyId)).toEqual(['b', 'a'])
})

it('a step without anybody to record is read as such, and refused by the rule', () => {
  expect(readChainForm({ 'body-1': 'a' })).toEqual([
    { bodyId: 'a', accepts: 'approved', circularAllowed: false, recorders: [] },
  ])
})
