import { expect, test } from 'vitest'
import { chosenPicture, formIsAbout, typedForm } from './picture-form.server.ts'

const sent = (fields: Readonly<Record<string, string>>): FormData => {
  const form = new FormData()
  for (const [name, value] of Object.entries(fields)) form.set(name, value)
  return form
}

test('a form without an identifier adds; with one it is about that thing, as it was seen', () => {
  expect(formIsAbout(sent({ seenVersion: '3' }))).toBeNull()
  expect(formIsAbout(sent({ id: '' }))).toBeNull()
  expect(formIsAbout(sent({ id: 'a', seenVersion: '3' }))).toEqual({ id: 'a', seenVersion: 3 })
})

test('a version that nobody can have seen is none: what is saved with it is a clash, and no fault of the program', () => {
  for (const seenVersion of ['', 'x', '-1', '1.5', '1e99', '2147483648', 'Infinity', '๓'])
    expect([seenVersion, formIsAbout(sent({ id: 'a', seenVersion }))]).toEqual([
      seenVersion,
      { id: 'a', seenVersion: 0 },
    ])
  expect(formIsAbout(sent({ id: 'a' }))).toEqual({ id: 'a', seenVersion: 0 })
})

test('a picture stays where nothing is chosen, goes where that is chosen, and else is a piece of evidence with its words', () => {
  const names = ['picture', 'altTh', 'altEn'] as const
  expect(chosenPicture(sent({ altTh: 'ก' }), names)).toBe('keep')
  expect(chosenPicture(sent({ picture: '', altTh: 'ก' }), names)).toBe('keep')
  expect(chosenPicture(sent({ picture: 'none', altTh: 'ก' }), names)).toBe('none')
  expect(chosenPicture(sent({ picture: 'e', altTh: 'ก' }), names)).toEqual({
    evidenceId: 'e',
    altTh: 'ก',
    altEn: '',
  })
})

test('a file in the place of words is passed over', () => {
  const form = sent({ titleTh: 'ก' })
  form.set('titleEn', new File(['x'], 'x.txt'))
  expect(typedForm(form)).toEqual({ titleTh: 'ก' })
})
