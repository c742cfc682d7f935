/** Reasons and remedies of the completeness check, one pair for every state an element can be in. */
export const verdictWordsTh = {
  element: {
    measure: 'มาตรการหรือกิจกรรม',
    summary: 'สรุปผลการดำเนินการ',
    outcome: 'ผลลัพธ์หรือความสำเร็จ',
    period: 'ช่วงเวลาดำเนินการ',
  },
  place: (issue: number, measure: number) => `ประเด็นที่ ${issue} มาตรการที่ ${measure}`,
  issuePlace: (issue: number) => `ประเด็นที่ ${issue}`,
  reportPlace: 'ทั้งรายงาน',
  hasValue: (element: string) => `มี${element}แล้ว`,
  isShared: (measure: number) => `ใช้ผลลัพธ์ร่วมซึ่งแสดงไว้ที่มาตรการที่ ${measure} ของประเด็นเดียวกัน`,
  declaredAllowed: (element: string, by: string, day: string) =>
    `ระบุว่าไม่มี${element} โดย ${by} เมื่อวันที่ ${day} ซึ่งเกณฑ์ของข้อนี้ยอมให้ระบุได้`,
  declaredRefused: (element: string, by: string, day: string) =>
    `ระบุว่าไม่มี${element} โดย ${by} เมื่อวันที่ ${day} แต่เกณฑ์ของข้อนี้กำหนดให้ต้องแสดง`,
  isMissing: (element: string) => `ยังไม่มี${element}`,
  saysNothing: (element: string, written: string) =>
    `ช่อง${element}มีเพียง “${written}” ซึ่งไม่ใช่ข้อความที่แสดงผล และไม่ใช่การระบุว่าไม่มีโดยมีผู้ระบุและวันที่`,
  noMeasure: 'ประเด็นนี้ยังไม่มีมาตรการหรือกิจกรรม',
  noIssue: 'รายงานยังไม่มีประเด็น จึงยังไม่มีมาตรการหรือกิจกรรม',
  periodWithin: (written: string, years: string, year: number) =>
    `ช่วงเวลา ${written} อยู่ใน${years} พ.ศ. ${year}`,
  periodWithinThoughNot: (written: string, years: string, others: string, year: number) =>
    `ช่วงเวลา ${written} อยู่ใน${years} พ.ศ. ${year} แต่ไม่อยู่ใน${others} พ.ศ. ${year} ทั้งหมด`,
  yearReading: { fiscal: 'ปีงบประมาณ', calendar: 'ปีปฏิทิน' },
  readings: (years: readonly string[]) => years.join('หรือ'),
  periodTouches: (written: string, year: number) => `ช่วงเวลา ${written} อยู่ในปี พ.ศ. ${year} เพียงบางส่วน`,
  periodOutside: (written: string, years: string, year: number) =>
    `ช่วงเวลา ${written} ไม่อยู่ใน${years} พ.ศ. ${year}`,
  periodNotWithin: (written: string, years: string, year: number) =>
    `ช่วงเวลา ${written} ไม่อยู่ใน${years} พ.ศ. ${year} ทั้งหมด`,
  someOwner: 'หน่วยงานผู้รับผิดชอบ',
  addIssue: 'ขอให้ผู้จัดทำรายงานเพิ่มประเด็นและมาตรการของปีที่เกณฑ์กำหนด',
  addMeasure: (issue: number) => `ขอให้ผู้จัดทำรายงานเพิ่มมาตรการหรือกิจกรรมอย่างน้อยหนึ่งรายการในประเด็นที่ ${issue}`,
  fillIn: (owner: string, element: string, issue: number, measure: number) =>
    `ขอให้ ${owner} ระบุ${element}ของมาตรการที่ ${measure} ในประเด็นที่ ${issue}`,
  fillInOutcome: (owner: string, issue: number, measure: number) =>
    `ขอให้ ${owner} ระบุผลลัพธ์ของมาตรการที่ ${measure} ในประเด็นที่ ${issue} หรือระบุว่าผลลัพธ์ของประเด็นครอบคลุมมาตรการนี้ด้วย`,
  orDeclareNone: (ask: string) => `${ask} หรือหากไม่มี ให้ระบุว่าไม่มีพร้อมชื่อผู้ระบุและวันที่`,
  replaceDeclaration: (owner: string, element: string, issue: number, measure: number) =>
    `ขอให้ ${owner} ระบุ${element}ของมาตรการที่ ${measure} ในประเด็นที่ ${issue} แทนการระบุว่าไม่มี`,
  fixPeriod: (owner: string, issue: number, measure: number, year: number) =>
    `ขอให้ ${owner} ตรวจสอบช่วงเวลาของมาตรการที่ ${measure} ในประเด็นที่ ${issue} หากดำเนินการในปี พ.ศ. ${year} โปรดแก้ช่วงเวลาให้ตรง หากไม่ใช่ โปรดรายงานในปีที่ดำเนินการ`,
  narrowPeriod: (owner: string, year: number) => `ขอให้ ${owner} ระบุให้ชัดว่าส่วนใดดำเนินการในปี พ.ศ. ${year}`,
} as const
