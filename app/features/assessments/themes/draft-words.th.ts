/** Words of the analysis that is drafted for a theme. A report is in Thai, and an import reads the citations back. */
export const draftWords = {
  and: ' และ',
  /** Whose view it is, as the subject of a sentence. */
  who: { staff: 'เจ้าหน้าที่', public: 'ประชาชนและผู้ใช้บริการ' },
  believes: { staff: 'เชื่อมั่นว่า', public: 'เห็นว่า' },
  doubts: 'ยังไม่มั่นใจเท่าที่ควรว่า',
  but: ' แต่',
  although: ' แม้จะเห็นว่า',
  /** Between what comes before and a sentence that goes against it, with it, or beside it. */
  however: ' อย่างไรก็ตาม ',
  whereas: ' ขณะที่',
  likewise: ' ขณะเดียวกัน ',
  agreeing: ' ซึ่งสอดคล้องกับ',
  whoAgreeing: 'ประชาชนและผู้ใช้บริการที่เห็นว่า',
  disclosure: {
    first: 'หน่วยงานเปิดเผยข้อมูลเกี่ยวกับ',
    though: ' ทั้งที่หน่วยงานเปิดเผยข้อมูลเกี่ยวกับ',
    besides: ' ทั้งนี้ หน่วยงานเปิดเผยข้อมูลเกี่ยวกับ',
    agreeing: ' ซึ่งสอดคล้องกับการเปิดเผยข้อมูลของหน่วยงานเกี่ยวกับ',
    whole: 'ครบถ้วนตามเกณฑ์',
    agreeingWhole: 'ที่ครบถ้วนตามเกณฑ์',
    reached: 'ได้ถึงเกณฑ์',
    agreeingReached: 'ที่ถึงเกณฑ์',
    lacking: 'การเปิดเผยข้อมูลของหน่วยงานเกี่ยวกับ',
    lackingToo: 'การเปิดเผยข้อมูลเกี่ยวกับ',
    notWhole: 'ยังไม่ครบถ้วนตามเกณฑ์',
  },
  indicator: (number: string): string => `ตัวชี้วัดที่ ${number}`,
  /** "ตัวชี้วัดที่ 1 การปฏิบัติหน้าที่ ในมุมมองของเจ้าหน้าที่". */
  assessed: {
    staff: 'ผลการประเมินการรับรู้ของเจ้าหน้าที่ใน',
    public: 'ผลการประเมินการรับรู้ของประชาชนและผู้ใช้บริการใน',
    disclosure: 'ผลการประเมินการเปิดเผยข้อมูลใน',
  },
  reaches: ' ซึ่งถึงเกณฑ์',
  isBelow: ' ซึ่งต่ำกว่าเกณฑ์',
  scored: (score: string): string => ` ได้ ${score} คะแนน`,
  scoredBetween: (least: string, most: string): string => ` ได้ ${least} ถึง ${most} คะแนน`,
  answeredBy: (least: number, most: number): string =>
    least === most ? ` จากผู้ตอบ ${least} คน` : ` จากผู้ตอบ ${least} ถึง ${most} คน`,
} as const
