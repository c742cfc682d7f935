import type { SiteProfile } from './site-profile.domain.ts'

/** A profile as the fields of its form show it. */
export const profileValues = ({
  mission,
  contact,
  brand,
  license,
}: SiteProfile): Readonly<Record<string, string>> => ({
  missionTh: mission?.th ?? '',
  missionEn: mission?.en ?? '',
  addressTh: contact.address?.th ?? '',
  addressEn: contact.address?.en ?? '',
  telephones: contact.telephones.join('\n'),
  officialEmail: contact.officialEmail ?? '',
  email: contact.email ?? '',
  hoursTh: contact.hours?.th ?? '',
  hoursEn: contact.hours?.en ?? '',
  latitude: contact.place === null ? '' : String(contact.place.latitude),
  longitude: contact.place === null ? '' : String(contact.place.longitude),
  social: contact.social.map(({ name, address }) => `${name} ${address}`).join('\n'),
  colour: brand.colour ?? '',
  license: license ?? '',
})
