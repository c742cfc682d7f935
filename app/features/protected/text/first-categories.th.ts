import type { ChannelCategory } from '../settings/channel-settings.domain.ts'

/** The three classes that a public body uses, until the agency chooses its own. Their keys stay in the statistics. */
export const FIRST_CATEGORIES: readonly ChannelCategory[] = [
  { key: 'corruption', th: 'การทุจริตและประพฤติมิชอบ', en: 'Corruption and misconduct' },
  { key: 'procurement', th: 'การจัดซื้อจัดจ้าง', en: 'Procurement' },
  { key: 'general', th: 'เรื่องอื่นของเจ้าหน้าที่', en: 'Other conduct of staff' },
]
