/** Month names and their abbreviations as official papers write them, January first. */
export const THAI_MONTHS: readonly (readonly [long: string, short: string])[] = [
  ['มกราคม', 'ม.ค.'],
  ['กุมภาพันธ์', 'ก.พ.'],
  ['มีนาคม', 'มี.ค.'],
  ['เมษายน', 'เม.ย.'],
  ['พฤษภาคม', 'พ.ค.'],
  ['มิถุนายน', 'มิ.ย.'],
  ['กรกฎาคม', 'ก.ค.'],
  ['สิงหาคม', 'ส.ค.'],
  ['กันยายน', 'ก.ย.'],
  ['ตุลาคม', 'ต.ค.'],
  ['พฤศจิกายน', 'พ.ย.'],
  ['ธันวาคม', 'ธ.ค.'],
]

/** Days of the week, Sunday first. */
export const THAI_WEEKDAYS = ['อาทิตย์', 'จันทร์', 'อังคาร', 'พุธ', 'พฤหัสบดี', 'ศุกร์', 'เสาร์'] as const
/** "วันพฤหัสบดีที่ 7": a day of the week with the day of the month. */
export const weekdayAndDay = (weekday: string, day: number) => `วัน${weekday}ที่ ${day}`

export const BUDDHIST_ERA = 'พ.ศ.'
export const CHRISTIAN_ERA = 'ค.ศ.'
/** A pattern: with or without the ordinal word. */
export const QUARTER = 'ไตรมาส(?:ที่)?'
/** A pattern: between the number of a quarter and its fiscal year. */
export const OF_FISCAL_YEAR = '(?:\\s*ของ)?\\s*(?:ปี)?งบประมาณ'
/** Words between the two ends of a range, besides dashes. */
export const RANGE_WORDS = ['ถึง', 'จนถึง', 'ถึงเดือน'] as const
