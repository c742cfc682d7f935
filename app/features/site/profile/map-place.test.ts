import { describe, expect, test } from 'vitest'
import { lookErrorText } from '../look.errors.ts'
import { coordinatesText, mapAddresses } from './map-place.domain.ts'
import { readProfile } from './profile-form.domain.ts'
import { profileValues } from './profile-values.domain.ts'
import { NO_PROFILE } from './site-profile.domain.ts'

const read = (latitude: string | null, longitude: string | null) => readProfile({ latitude, longitude })
const placeOf = (latitude: string, longitude: string) => {
  const { facts, faults } = read(latitude, longitude)
  return facts ? facts.contact.place : faults
}

describe('coordinates as they are typed', () => {
  test.each([
    ['13.7563', '100.5018', 13.7563, 100.5018],
    ['๑๓.๗๕๖๓', '๑๐๐.๕๐๑๘', 13.7563, 100.5018],
    [' 13.7563° N ', '100.5018°E', 13.7563, 100.5018],
    ['13.7563n', '100.5018e', 13.7563, 100.5018],
    ['+13.5', '-0.25', 13.5, -0.25],
    ['−33.9', '18.4', -33.9, 18.4],
    ['33.9 S', '70.6 W', -33.9, -70.6],
    ['13.75634567891', '100.50180000001', 13.756346, 100.5018],
    ['90', '180', 90, 180],
    ['-90', '-180.000000', -90, -180],
    ['0', '-0', 0, 0],
    ['-0.0000001', '0 W', 0, 0],
    ['13.7563, 100.5018', '', 13.7563, 100.5018],
    ['๑๓.๗๕๖๓° N,๑๐๐.๕๐๑๘° E', ' ', 13.7563, 100.5018],
  ])('%s and %s are a place', (typedLatitude, typedLongitude, latitude, longitude) => {
    expect(placeOf(typedLatitude, typedLongitude)).toEqual({ latitude, longitude })
  })

  test.each([
    ['90.000001', '100', { latitude: 'profile.bad-latitude' }],
    ['-91', '100', { latitude: 'profile.bad-latitude' }],
    ['13.7', '180.000001', { longitude: 'profile.bad-longitude' }],
    ['13.7', '-181', { longitude: 'profile.bad-longitude' }],
    ['181', '20', { latitude: 'profile.bad-latitude' }],
    ['สิบสาม', '100', { latitude: 'profile.bad-latitude' }],
    ['13,7563', '100', { latitude: 'profile.bad-latitude' }],
    ['1e1', '100', { latitude: 'profile.bad-latitude' }],
    ['13.', '100', { latitude: 'profile.bad-latitude' }],
    ['13.7', 'NaN', { longitude: 'profile.bad-longitude' }],
    ['13.7563, 100.5018', '100.5018', { latitude: 'profile.bad-latitude' }],
    ['100.5018, 13.7563', '', { latitude: 'profile.swapped-place' }],
    ['13.7563, 100.5018, 4', '', { longitude: 'profile.half-place' }],
    ['90.0000001', '100', { latitude: 'profile.bad-latitude' }],
    ['13.7', '', { longitude: 'profile.half-place' }],
    ['', '100.5', { latitude: 'profile.half-place' }],
    ['100.5018', '13.7563', { latitude: 'profile.swapped-place' }],
    ['100.5018', '๑๓.๗๕๖๓', { latitude: 'profile.swapped-place' }],
  ])('%s and %s are refused, at the field that is wrong', (latitude, longitude, faults) => {
    expect(placeOf(latitude, longitude)).toEqual(faults)
  })

  test('a side of the compass that is not of its own field is refused: 13.7 E is no latitude', () => {
    expect(placeOf('13.7 E', '20.5 N')).toEqual({ latitude: 'profile.swapped-place' })
    expect(placeOf('13.7 W', '100.5')).toEqual({ latitude: 'profile.bad-latitude' })
    expect(placeOf('13.7', '100.5 S')).toEqual({ longitude: 'profile.bad-longitude' })
  })

  test('a sign and a side of the compass together are refused, for they may say two things', () => {
    expect(placeOf('-13.7 S', '100')).toEqual({ latitude: 'profile.bad-latitude' })
    expect(placeOf('13.7', '-100 W')).toEqual({ longitude: 'profile.bad-longitude' })
  })

  test('no coordinates are no place', () => {
    expect(read('', ' ').facts?.contact.place).toBeNull()
    expect(read(null, null).facts?.contact.place).toBeNull()
  })

  test('the sentence of a refusal says between what they lie, with an example, in both languages', () => {
    for (const [code, most, example] of [
      ['profile.bad-latitude', '90', '13.7563'],
      ['profile.bad-longitude', '180', '100.5018'],
    ] as const)
      for (const words of Object.values(lookErrorText(code))) {
        expect(words).toContain(`−${most}`)
        expect(words).toContain(example)
      }
  })

  test('what was read is typed into the form again as the same place', () => {
    for (const [latitude, longitude] of [
      ['13.756346', '100.5018'],
      ['-0.000001', '0.0000004'],
      ['-90', '180'],
    ] as const) {
      const first = read(latitude, longitude).facts
      if (!first) throw new Error(`no place of ${latitude}, ${longitude}`)
      const profile = { ...NO_PROFILE, contact: { ...NO_PROFILE.contact, place: first.contact.place } }
      expect(readProfile(profileValues(profile)).facts?.contact.place).toEqual(first.contact.place)
    }
  })
})

describe('where maps show a place', () => {
  const HALL = { latitude: 13.7563, longitude: 100.5018 }

  test('coordinates are written with six places, as every map takes them', () => {
    expect(coordinatesText(HALL)).toBe('13.756300, 100.501800')
    expect(coordinatesText({ latitude: -0.000001, longitude: 0 })).toBe('-0.000001, 0.000000')
  })

  test('every map is given the point in decimals, and the name of the agency for the device as it is', () => {
    const to = mapAddresses(HALL, 'สำนักงาน (ส่วนกลาง) & อื่น')
    expect(to.openStreetMap).toBe(
      'https://www.openstreetmap.org/?mlat=13.7563&mlon=100.5018#map=17/13.7563/100.5018',
    )
    expect(new URL(to.google).searchParams.get('query')).toBe('13.7563,100.5018')
    const [, point, name] = /^geo:([\d.,-]+)\?q=\1\((.*)\)$/.exec(to.device) ?? []
    expect(point).toBe('13.7563,100.5018')
    expect(decodeURIComponent(name ?? '')).toBe('สำนักงาน (ส่วนกลาง) & อื่น')
    expect(name).not.toMatch(/[()&]/)
  })

  test('the smallest place that is kept is no power of ten in an address', () => {
    const place = read('0.0000006', '-0.000001').facts?.contact.place
    expect(place).toEqual({ latitude: 0.000001, longitude: -0.000001 })
    for (const address of Object.values(mapAddresses(place ?? HALL, 'a'))) {
      expect(decodeURIComponent(address)).toContain('0.000001')
      expect(address).not.toMatch(/\de-\d/)
    }
  })
})
