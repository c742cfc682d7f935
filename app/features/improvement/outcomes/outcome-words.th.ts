/** Words of the sentences that are drafted for an outcome. A report is in Thai, and an import reads them back. */
export const outcomeWords = {
  points: 'คะแนน',
  percent: 'ร้อยละ',
  pair: ({ year, from, verb, to }: Readonly<{ year: number; from: string; verb: string; to: string }>) =>
    ` จาก ปี พ.ศ. ${year} ที่ระดับ ${from} ${verb}เป็น ${to} `,
  rose: 'เพิ่มขึ้น',
  fell: 'ลดลง',
  same: '',
  single: (value: string) => ` ได้ ${value} `,
  singlePercent: (value: string) => ` คิดเป็น${value} `,
  year: (year: number) => `(ปี พ.ศ. ${year}`,
  item: ' ข้อ ',
  indicator: ' ตัวชี้วัด ',
  comparedWith: ' เทียบกับ',
  end: ')',
  absence: (fiscalYear: number) =>
    `ในปีงบประมาณ พ.ศ. ${fiscalYear} ไม่มีเรื่องร้องเรียนการทุจริตและประพฤติมิชอบที่เกี่ยวข้องกับเรื่องนี้ (แหล่งข้อมูล: โปรดระบุ)`,
  completion: (fiscalYear: number) => `ดำเนินงานตามแผนประจำปีงบประมาณ พ.ศ. ${fiscalYear} ได้ครบทุกกิจกรรม`,
} as const
