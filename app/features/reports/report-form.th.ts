/**
 * The fixed words of the published form: headings and the five column names, in their order. They belong to the report
 * and stay Thai in every language of the pages around it.
 */
export const reportForm = {
  background: 'ที่มาและความสำคัญ',
  issues: (count: number) => `ผลการวิเคราะห์การประเมินคุณธรรมและความโปร่งใส ${count} ประเด็น`,
  issue: (number: number, title: string) => `ประเด็นที่ ${number} ${title}`,
  analysis: 'ผลการวิเคราะห์',
  limitations: 'ข้อจำกัดของหน่วยงานในการประเมิน ITA',
  columns: [
    'มาตรการ/ขั้นตอน/วิธีการปฏิบัติ',
    'ระยะเวลาดำเนินการ',
    'ผู้รับผิดชอบ',
    'สรุปผลการดำเนินงาน',
    'ผลลัพธ์หรือความสำเร็จของการดำเนินการ',
  ],
} as const
