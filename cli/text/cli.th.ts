export const cliTh = {
  usage: `prongsai – งานคุณธรรมและความโปร่งใส (ITA) ประจำปีของหน่วยงาน

  prongsai import FILE [--out cycle.json] [--replace]   อ่านรายงาน (ข้อความ, DOCX, XLSX, CSV, JSON)
                                                        ไม่ระบุ --out จะบันทึกลงฐานข้อมูล
  prongsai check FILE --item 2568:O28                   ตรวจความครบถ้วน 100/0 และข้อสังเกต
  prongsai report FILE --out DIR [--format pdf,docx,html,xlsx,csv,json] [--without-findings]
                                                        ทำเอกสารรายงาน
  prongsai config                                       รายการตั้งค่าทั้งหมด

ใช้ได้กับทุกคำสั่ง: --json ผลเป็น JSON  --lang th|en ภาษา  --help คำอธิบาย
รหัสออก: 0 เรียบร้อย  1 ผลตรวจไม่ผ่าน  2 ข้อมูลเข้าไม่ถูกต้อง  3 ระบบขัดข้อง`,
  unknownCommand: (command: string) => `ไม่มีคำสั่ง “${command}” เรียก prongsai --help เพื่อดูคำสั่งทั้งหมด`,
  unknownOption: (option: string) => `ไม่รู้จักตัวเลือก “${option}” เรียก prongsai --help เพื่อดูตัวเลือกที่ใช้ได้`,
  unknownLanguage: (lang: string) => `ไม่มีภาษา “${lang}” ใช้ --lang th หรือ --lang en`,
  missingFile: 'ระบุไฟล์ที่จะอ่าน เช่น prongsai import report.docx',
  tooManyFiles: (file: string) => `ระบุไฟล์ได้ครั้งละหนึ่งไฟล์ ไม่เข้าใจ “${file}”`,
  noSuchFile: (file: string) => `ไม่พบไฟล์ “${file}” ตรวจสอบชื่อและที่อยู่ของไฟล์`,
  notAFile: (file: string) => `“${file}” ไม่ใช่ไฟล์ ระบุชื่อไฟล์รายงาน`,
  missingItem: 'ระบุข้อที่ตรวจพร้อมปี เช่น --item 2568:O28',
  bareItem: (item: string) => `“${item}” ไม่ระบุปี รหัสข้อเดียวกันเป็นคนละเรื่องในแต่ละปี ให้ระบุเช่น 2568:O28`,
  unknownItem: (item: string) => `ไม่มีข้อ “${item}” ในกรอบการประเมินที่รู้จัก`,
  noRule: (item: string, known: string) => `ยังไม่มีเกณฑ์ตรวจของข้อ ${item} ข้อที่ตรวจได้คือ ${known}`,
  missingOut: 'ระบุโฟลเดอร์ปลายทาง เช่น --out out',
  unknownFormat: (format: string, known: string) => `ไม่รู้จักรูปแบบ “${format}” รูปแบบที่มีคือ ${known}`,
  cannotWrite: (file: string, reason: string) => `เขียน “${file}” ไม่ได้: ${reason}`,
  reading: (file: string) => `กำลังอ่าน ${file}`,
  making: (format: string, done: number, all: number) => `กำลังทำ ${format} (${done}/${all})`,
  counts: (issues: number, measures: string, pairs: number, singles: number, resolutions: number) =>
    `${issues} ประเด็น · มาตรการ ${measures} · คู่คะแนน ${pairs} · คะแนนเดี่ยว ${singles} · มติ ${resolutions}`,
  notes: 'สิ่งที่ตัวนำเข้าทำกับไฟล์',
  faults: 'ข้อความที่น่าสงสัย (คงไว้ตามต้นฉบับ)',
  line: (line: number) => `บรรทัด ${line}`,
  writtenTo: (file: string) => `เขียน ${file}`,
  saved: (year: number, version: number) => `บันทึกปีงบประมาณ พ.ศ. ${year} ฉบับที่ ${version} ลงฐานข้อมูลแล้ว`,
  unchanged: (year: number) => `ปีงบประมาณ พ.ศ. ${year} มีเนื้อหาเดียวกันอยู่แล้ว ไม่มีอะไรเปลี่ยน`,
  alreadyThere: (year: number) =>
    `ปีงบประมาณ พ.ศ. ${year} มีรายงานที่เนื้อหาต่างกันอยู่แล้ว ใช้ --replace เพื่อบันทึกเป็นฉบับใหม่ (ฉบับเดิมยังเก็บไว้)`,
  verdict: (item: string, score: number) => `ข้อ ${item}: ${score} คะแนน`,
  verdictElement: (issue: number, measure: number) => `ประเด็นที่ ${issue} มาตรการที่ ${measure}`,
  findings: (count: number) => `ข้อสังเกต ${count} ข้อ`,
  fault: (reason: string) => `ระบบขัดข้อง: ${reason}`,
  configHead: 'ตั้งค่าผ่านตัวแปรสภาพแวดล้อม',
  configDefault: 'ค่าเริ่มต้น',
  configNone: 'ไม่มี',
  configSecret: '(ปิดไว้)',
  badConfig: 'การตั้งค่าไม่ถูกต้อง',
} as const
