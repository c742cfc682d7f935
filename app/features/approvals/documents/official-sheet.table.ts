/** Measures of an official page (ระเบียบสำนักนายกรัฐมนตรีว่าด้วยงานสารบรรณ): A4, 3 cm for the binding. Millimetres; `size` in points. */
export const SHEET = {
  width: 210,
  height: 297,
  left: 30,
  right: 20,
  top: 25,
  bottom: 20,
  /** By how much the first line of a paragraph is set in. */
  indent: 25,
  /** Sarabun stands taller than TH Sarabun: 11.5 pt of it reads like the 16 pt that official papers ask for. */
  size: 11.5,
  /** Columns of a roster beside the number: name, position. */
  roster: [62, 83],
} as const

export const TEXT_WIDTH = SHEET.width - SHEET.left - SHEET.right
export const MM_PER_POINT = 25.4 / 72
