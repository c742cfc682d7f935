import { toArabicDigits } from '../../../kernel/thai-digits.ts'
import { LICENSES } from '../../opendata/index.ts'
import { foldEmail } from '../../people/index.ts'
import type { LookFaults } from '../look.errors.ts'
import { foldColour } from './brand-colour.domain.ts'
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
function placeOf({ at, fault }: ReturnType<typeof createReader>): SiteProfile['contact']['place'] {
  const [latitude, longitude] = [degrees(at('latitude')), degrees(at('longitude'))]
  if (latitude === null && longitude === null) return null
  if (latitude === null) return fault('latitude', 'profile.half-place')
  if (longitude === null) return fault('longitude', 'profile.half-place')
  const isOut = (value: number, most: number) => Number.isNaN(value) || Math.abs(value) > most
  if (Math.abs(latitude) > 90 && Math.abs(latitude) <= 180 && Math.abs(longitude) <= 90)
    return fault('latitude', 'profile.swapped-place')
  if (isOut(latitude, 90)) return fault('latitude', 'profile.bad-latitude')
  if (isOut(longitude, 180)) return fault('longitude', 'profile.bad-longitude')
  return { latitude, longitude }
}

/** Degrees to a millionth, which is a hand's width; null for nothing, NaN for what is no number. */
function degrees(typed: string): number | null {
  const text = toArabicDigits(typed).replace(/[\s°]/g, '').replaceAll('−', '-')
  if (text === '') return null
  const [, sign, digits = '', side = ''] = /^([+-]?)(\d{1,3}(?:\.\d+)?)([nesw]?)$/i.exec(text) ?? []
  if (digits === '') return Number.NaN
  const isNegative = sign === '-' || /[sw]/i.test(side)
  return (Math.round(Number(digits) * 1e6) / 1e6) * (isNegative ? -1 : 1)
}
