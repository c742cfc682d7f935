import type { Bilingual } from '../../../i18n/language.ts'

/** A link that the menu of an agency's site must have: found by any of the words, in either language. */
export type MenuLink = Readonly<{ name: string; label: Bilingual; anyOf: readonly string[] }>

/** Inferred from what the public did not find, and from what assessors look for; no source lists the words. */
export const MENU_LINKS: readonly MenuLink[] = [
  {
    name: 'complaint',
    label: { th: 'แจ้งเรื่องร้องเรียนบริการ', en: 'Complain about a service' },
    anyOf: [
      'ร้องเรียนบริการ',
      'ร้องเรียนการให้บริการ',
      'เรื่องร้องเรียนทั่วไป',
      'complain about a service',
      'service complaint',
    ],
  },
  {
    name: 'corruption',
    label: { th: 'แจ้งเบาะแสการทุจริต', en: 'Report corruption' },
    anyOf: ['เบาะแสการทุจริต', 'ร้องเรียนการทุจริต', 'ร้องเรียนทุจริต', 'report corruption', 'whistleblow'],
  },
  {
    name: 'disclosure',
    label: { th: 'ITA / OIT', en: 'ITA / OIT' },
    anyOf: ['ITA', 'OIT', 'คุณธรรมและความโปร่งใส', 'integrity and transparency'],
  },
  {
    name: 'contact',
    label: { th: 'ติดต่อ', en: 'Contact' },
    anyOf: ['ติดต่อ', 'contact'],
  },
  {
    name: 'policies',
    label: { th: 'นโยบายของเว็บไซต์', en: 'Policies of this site' },
    anyOf: ['นโยบาย', 'คุ้มครองข้อมูลส่วนบุคคล', 'policies', 'policy', 'privacy'],
  },
  {
    name: 'search',
    label: { th: 'ค้นหา', en: 'Search' },
    anyOf: ['ค้นหา', 'search'],
  },
  {
    name: 'site-map',
    label: { th: 'แผนผังเว็บไซต์', en: 'Site map' },
    anyOf: ['แผนผังเว็บไซต์', 'ผังเว็บไซต์', 'site map', 'sitemap'],
  },
]
