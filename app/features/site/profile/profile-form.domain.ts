import { toArabicDigits } from '../../../kernel/thai-digits.ts'
import { LICENSES } from '../../opendata/index.ts'
import { foldEmail } from '../../people/index.ts'
import type { LookFaults } from '../look.errors.ts'
import { foldColour } from './brand-colour.domain.ts'
import type { MapPlace } from './map-place.domain.ts'
import type { SiteProfile } from './site-profile.domain.ts'
import { createReader, foldTelephone, type TypedForm, webAddress } from './typed-words.domain.ts'

/** What a form says of the agency; its mark is chosen apart. */
export type ProfileFacts = Pick<SiteProfile, 'mission' | 'contact' | 'license'> &
  Readonly<{ colour: string | null }>

const MOST = { mission: 300, address: 400, hours: 200, channels: 10, name: 60 } as const

/** Reads the form of the profile; every wrong field has its own fault. */
export function readProfile(typed: TypedForm): Readonly<{ facts: ProfileFacts | null; faults: LookFaults }> {
  const reader = createReader(typed)
  const { fault, bilingual, lines } = reader
  const email = (field: string) => {
    const text = reader.line(field, 300, 'profile.too-long')
    return text === null ? null : (foldEmail(text) ?? fault(field, 'profile.bad-email'))
  }
  const all = <T>(
    field: string,
    made: readonly (T | null)[],
    code: 'profile.bad-telephone' | 'profile.bad-social',
  ) => {
    const good = made.filter((one) => one !== null)
    if (good.length < made.length || made.length > MOST.channels) fault(field, code)
    return good
  }
  const license = reader.line('license', 40, 'profile.bad-license')
  const colour = reader.line('colour', 40, 'profile.bad-colour')
  const facts: ProfileFacts = {
    mission: bilingual('mission', MOST.mission, 'profile.too-long'),
    contact: {
      address: bilingual('address', MOST.address, 'profile.too-long'),
      telephones: all('telephones', lines('telephones').map(foldTelephone), 'profile.bad-telephone'),
      email: email('email'),
      officialEmail: email('officialEmail'),
      hours: bilingual('hours', MOST.hours, 'profile.too-long'),
      place: placeOf(reader),
      social: all('social', lines('social').map(channelOf), 'profile.bad-social'),
    },
    license:
      license === null
        ? null
        : (LICENSES.find(({ id }) => id === license)?.id ?? fault('license', 'profile.bad-license')),
    colour: colour === null ? null : (foldColour(colour) ?? fault('colour', 'profile.bad-colour')),
  }
  const { faults } = reader
  return { facts: Object.keys(faults).length === 0 ? facts : null, faults }
}

/** "Facebook https://www.facebook.com/agency". */
function channelOf(line: string): Readonly<{ name: string; address: string }> | null {
  const [, name = '', typed = ''] = /^(.+?)[\s:–-]+(https?:\S+)$/u.exec(line) ?? []
  const address = webAddress(typed)
  return address !== null && name.length <= MOST.name ? { name, address } : null
}

/** Both coordinates or neither; decimal degrees, Thai digits too, as they are copied from a map ("13.7563° N"). */
function placeOf({ at, fault }: ReturnType<typeof createReader>): MapPlace | null {
  const [typedLatitude, typedLongitude] = bothOf(at('latitude'), at('longitude'))
  if (typedLatitude === '' && typedLongitude === '') return null
  if (typedLatitude === '') return fault('latitude', 'profile.half-place')
  if (typedLongitude === '') return fault('longitude', 'profile.half-place')
  const latitude = degrees(typedLatitude, LATITUDE)
  const longitude = degrees(typedLongitude, LONGITUDE)
  if (latitude !== null && longitude !== null) return { latitude, longitude }
  if (degrees(typedLongitude, LATITUDE) !== null && degrees(typedLatitude, LONGITUDE) !== null)
    return fault('latitude', 'profile.swapped-place')
  return latitude === null
    ? fault('latitude', 'profile.bad-latitude')
    : fault('longitude', 'profile.bad-longitude')
}

/** Without spaces and signs of degrees. Maps copy both at once ("13.7563, 100.5018"): then the first field holds both. */
function bothOf(latitude: string, longitude: string): readonly [string, string] {
  const clean = (typed: string) => toArabicDigits(typed).replace(/[\s°]/g, '').replaceAll('−', '-')
  const [one, other] = [clean(latitude), clean(longitude)]
  const [, first, second] = /^([^,]+),([^,]+)$/.exec(other === '' ? one : '') ?? []
  return first !== undefined && second !== undefined ? [first, second] : [one, other]
}

type Axis = Readonly<{ most: number; sides: RegExp; negative: RegExp }>
const LATITUDE: Axis = { most: 90, sides: /^[ns]?$/i, negative: /^(-|s)$/i }
const LONGITUDE: Axis = { most: 180, sides: /^[ew]?$/i, negative: /^(-|w)$/i }

/** Degrees to a millionth, which is a hand's width; null for what is none of the axis. A sign and a side may say two things. */
function degrees(typed: string, { most, sides, negative }: Axis): number | null {
  const [, sign = '', digits = '', side = ''] = /^([+-]?)(\d{1,3}(?:\.\d+)?)([nesw]?)$/i.exec(typed) ?? []
  if (digits === '' || !sides.test(side) || (sign !== '' && side !== '')) return null
  const millionths = Math.round(Number(digits) * 1e6)
  if (Number(digits) > most) return null
  // No zero below zero.
  return negative.test(sign + side) && millionths !== 0 ? -millionths / 1e6 : millionths / 1e6
}
