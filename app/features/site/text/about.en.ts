import type { TextOf } from '../../../i18n/language.ts'
import type { aboutTh } from './about.th.ts'

export type AboutText = TextOf<typeof aboutTh>

export const aboutEn: AboutText = {
  contact: {
    title: 'Contact',
    lead: (agency) => `Every way to reach ${agency}`,
    empty: 'The agency has not yet published how to reach it.',
    channels: 'Ways to reach us',
    address: 'Address',
    telephones: 'Telephone',
    officialEmail: 'Official correspondence',
    email: 'E-mail',
    hours: 'Office hours',
    social: 'Social media',
    map: 'Map',
    coordinates: 'Coordinates (WGS 84)',
    openDevice: 'Open in the maps of this device',
    openStreetMap: 'Open in OpenStreetMap',
    openGoogle: 'Open in Google Maps',
    mapNote:
      'A map opens on another website, and only when you ask. This page sends nothing about you to anybody.',
    doors: 'Complain or report',
  },
  structure: {
    title: 'Structure',
    lead: 'The units of the agency as they are today',
    empty: 'The agency has not yet published its structure.',
    units: 'Units',
    powers: 'Powers and duties',
    noPowers: 'The agency has not yet published its powers and duties.',
    toExecutives: 'See the executives',
  },
  executives: {
    title: 'Executives',
    lead: 'Who leads the agency, with position and contact',
    empty: 'The agency has not yet published its executives.',
    noPicture: 'no picture yet',
    toStructure: 'See the structure',
  },
}
