/** Why the public interface has no answer. */
export const apiWordsTh = {
  noReport: 'ไม่พบรายงานฉบับที่เผยแพร่ของปีนี้ อาจยังไม่เผยแพร่ หรือถอนการเผยแพร่แล้ว',
  noItem: 'ไม่พบข้อนี้ในกรอบการประเมินของปีที่ระบุ',
} as const
