/** Words of the example's criteria that its data file leaves out. */
export const exampleWords = {
  scoring: 'ระดับคะแนน',
  points: (score: number) => `${score} คะแนน:`,
} as const

/** A second heading stands above the list of issues, which the data file leaves out. */
export const issuesSubheading = 'การวิเคราะห์ผลการประเมินคุณธรรมและความโปร่งใสในการดำเนินงาน 7 ประเด็น'

/**
 * The name of what was measured and the passage that states it, by issue and in the order of its scores, where they are
 * not the label of the data file and the whole line of the outcome.
 */
export const scorePassages: Readonly<Record<number, readonly Readonly<{ label: string; quote: string }>[]>> =
  {
    1: [
      {
        label: 'ตัวชี้วัดคุณภาพการดำเนินงาน',
        quote: 'ตัวชี้วัดคุณภาพการดำเนินงานที่มีคะแนนเพิ่มสูงขึ้น จาก ปี 2566 ที่ระดับ 86.57 คะแนน เป็น 92.79 คะแนน',
      },
      {
        label: 'ระดับความพึงพอใจต่อบริการของ สพร. ในภาพรวม',
        quote: 'ระดับความพึงพอใจต่อบริการของ สพร. ในภาพรวมเพิ่มสูงขึ้น จากปี 2566 จาก ร้อยละ 85 เป็น ร้อยละ 85.6',
      },
    ],
    4: [
      {
        label: 'กระบวนการกำกับดูแลการใช้ทรัพย์สินของราชการ',
        quote:
          'ระดับผลการประเมินกระบวนการกำกับดูแลการใช้ทรัพย์สินของราชการ มีระดับคะแนนที่เพิ่มสูงขึ้น จาก ปี 2566 มีคะแนนเพิ่มสูงขึ้น จาก 98.49 คะแนน เป็น 99.22 คะแนน',
      },
    ],
    7: [
      {
        label: 'ตัวชี้วัดการป้องกันการทุจริต',
        quote: 'ระดับผลการประเมินของตัวชี้วัดการป้องกันการทุจริต ได้ 100 คะแนน',
      },
      { label: 'การแก้ไขปัญหาคอร์รัปชัน', quote: 'การแก้ไขปัญหาคอร์รัปชันได้ 98.43 คะแนน' },
    ],
  }

/** What issues 5 and 6 state without a value, in their words. */
export const eventPassages: Readonly<Record<number, Readonly<Record<'absence' | 'completion', string>>>> = {
  5: {
    absence: 'ไม่มีเรื่องร้องเรียนการทุจริตในการใช้งบประมาณและการจัดซื้อจัดจ้าง',
    completion:
      'สามารถดำเนินงานได้ตามแผนบริหารความเสี่ยงการทุจริต และประพฤติมิชอบ ประจำปีงบประมาณ พ.ศ. 2567 ด้านการจัดซื้อจัดจ้าง (โครงการจัดซื้อจัดจ้างที่มีมูลค่าสูงสุด) ครบทุกกิจกรรม',
  },
  6: {
    absence: 'ไม่มีเรื่องร้องเรียนการทุจริตและประพฤติมิชอบในประเด็นที่เกี่ยวข้องกับสินบนของการดำเนินงาน/การปฏิบัติหน้าที่',
    completion:
      'สามารถดำเนินงานได้ตามแผนบริหารความเสี่ยงการทุจริต และประพฤติมิชอบ (ประเด็นที่เกี่ยวข้องกับสินบนของการดำเนินงาน/การปฏิบัติหน้าที่) ประจำปีงบประมาณ พ.ศ. 2567 ครบทุกกิจกรรม',
  },
}
