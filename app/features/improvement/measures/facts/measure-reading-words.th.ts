/** Words that people write into the cells of a measure. */
export const BAHT = 'บาท'
export const BAHT_SIGN = '฿'
export const AND = 'และ'
export const NONE = 'ไม่มี'
