/** How an agency says that there is none of something. */
export const NONE_WORDS = ['ไม่มี', 'ไม่ปรากฏ', 'ไม่พบ', 'declared none', 'there is none', 'there were none']
