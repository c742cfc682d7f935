/** What reports put before the name of an indicator, white space left out. */
export const LABEL_HEAD = '^(?:คะแนน|ผลการประเมิน|ระดับ|ตัวชี้วัด(?:ที่\\d+)?)+'

/** An indicator named by its number alone, white space left out. */
export const INDICATOR_NUMBER = '^(?:คะแนน|ระดับ)?ตัวชี้วัดที่(\\d{1,2}(?:\\.\\d)?)$'
