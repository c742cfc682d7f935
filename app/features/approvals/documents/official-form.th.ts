/** "ที่ประชุมฝ่ายบริหาร", whatever the body is called: "การประชุมฝ่ายบริหาร", "คณะทำงาน ITA". */
const bare = (body: string) => body.replace(/^(?:ที่|การ)ประชุม/u, '')

/** The fixed words of papers of a meeting. They are official papers and stay Thai in every language of the pages around them. */
export const officialForm = {
  minutes: {
    meeting: (body: string) => `มติที่ประชุม${bare(body)}`,
    circular: (body: string) => `มติของ${/^(?:ที่|การ)ประชุม/u.test(body) ? `ที่ประชุม${bare(body)}` : body}`,
  },
  agenda: {
    meeting: (body: string) => `ระเบียบวาระการประชุม${bare(body)}`,
    circular: (body: string) =>
      `เรื่องที่เวียนขอความเห็นชอบจาก${/^(?:ที่|การ)ประชุม/u.test(body) ? `ที่ประชุม${bare(body)}` : body}`,
  },
  number: {
    meeting: (number: string) => `ครั้งที่ ${number}`,
    circular: (number: string) => `โดยหนังสือเวียนขอความเห็นชอบ ที่ ${number}`,
  },
  heldOn: {
    meeting: (day: string) => `เมื่อ${day}`,
    circular: (day: string) => `สรุปผลเมื่อ${day}`,
  },
  time: (time: string) => `เวลา ${time.replace(':', '.')} น.`,
  place: (place: string) => (place.startsWith('ณ ') ? place : `ณ ${place}`),
  cancelled: '(ยกเลิกการประชุม)',
  onlyItem: {
    meeting: (number: string | null) =>
      number === null ? '(คัดมติเฉพาะเรื่อง)' : `(คัดมติเฉพาะระเบียบวาระที่ ${number})`,
    circular: '(คัดมติเฉพาะเรื่อง)',
  },
  rosters: {
    present: 'ผู้มาประชุม',
    absent: 'ผู้ไม่มาประชุม',
    attending: 'ผู้เข้าร่วมประชุม',
  },
  chairRole: 'ประธานที่ประชุม',
  /** What a title says of who presides. */
  chairWord: 'ประธาน',
  secretaryRole: 'เลขานุการ',
  /** What somebody is in the agency, and in the meeting. */
  standing: (title: string | null, role: string | null) =>
    title !== null && role !== null ? `${title} (${role})` : (title ?? role ?? ''),
  started: (time: string) => `เริ่มประชุมเวลา ${time.replace(':', '.')} น.`,
  ended: (time: string) => `เลิกประชุมเวลา ${time.replace(':', '.')} น.`,
  circularOpening:
    'เรื่องต่อไปนี้ได้เวียนหนังสือขอความเห็นชอบ โดยไม่มีการประชุม ผู้พิจารณาแต่ละท่านแจ้งความเห็นเป็นหนังสือ และสรุปผลได้ดังนี้',
  item: {
    meeting: (number: string | null, title: string) =>
      number === null ? subject(title) : `ระเบียบวาระที่ ${number} ${subject(title)}`,
    circular: (number: string | null, title: string) =>
      number === null ? subject(title) : `เรื่องที่ ${number} ${title.replace(/^เรื่อง\s*/u, '')}`,
  },
  matter: 'เอกสารที่เสนอ',
  hash: 'ค่าแฮชของเนื้อหาที่พิจารณา (SHA-256)',
  decided: { meeting: 'มติที่ประชุม', circular: 'มติ' },
  noResolution: 'ยังไม่มีมติที่บันทึกไว้ในระบบ',
  tasks: 'เงื่อนไขและสิ่งที่ต้องดำเนินการ',
  task: (text: string, owner: string | null, due: string | null) =>
    [text, owner && `(ผู้รับผิดชอบ: ${owner})`, due && `ภายใน${due}`].filter(Boolean).join(' '),
  enteredLater: {
    meeting: (day: string) => `หมายเหตุ: บันทึกมตินี้เข้าระบบเมื่อ${day} ซึ่งมิใช่วันประชุม`,
    circular: (day: string) => `หมายเหตุ: บันทึกมตินี้เข้าระบบเมื่อ${day} ซึ่งมิใช่วันที่สรุปผล`,
  },
  contentKeptLater: (day: string) =>
    `หมายเหตุ: เนื้อหาที่พิจารณาเก็บเข้าระบบเมื่อ${day} ผู้บันทึกมติยืนยันว่าเป็นฉบับเดียวกับที่ได้พิจารณา`,
  fromReport: (hasContent: boolean) =>
    `หมายเหตุ: ข้อมูลการประชุมและมตินี้อ่านจากข้อความในรายงาน ไม่ได้บันทึกจากรายงานการประชุม${hasContent ? ' ค่าแฮชเป็นของฉบับที่นำเข้าระบบภายหลัง' : ''}`,
  signed: 'ลงชื่อ',
  signatures: {
    meeting: { wrote: 'ผู้จดรายงานการประชุม', checked: 'ผู้ตรวจรายงานการประชุม' },
    circular: { wrote: 'ผู้สรุปผลการเวียนหนังสือ', checked: 'ผู้ตรวจสรุปผล' },
    copy: 'รับรองสำเนาถูกต้อง',
  },
  position: 'ตำแหน่ง',
  date: 'วันที่',
  page: 'หน้า',
  papers: {
    meeting: (body: string) => `เอกสารประกอบการประชุม${bare(body)}`,
    circular: (body: string) => `เอกสารประกอบหนังสือเวียน ${body}`,
  },
  stamp: { meeting: 'เอกสารประกอบการประชุม', circular: 'เอกสารประกอบหนังสือเวียน' },
  papersOfItem: 'เอกสารประกอบ',
  noPapers: 'ไม่มีเอกสารประกอบ',
  fileNamed: (fileName: string) => `ไฟล์ ${fileName}`,
  pages: 'หน้า',
  notInPack: 'ไม่ได้รวมในชุดเอกสารนี้:',
  leftOut: {
    'other-kind': 'ไม่ใช่ไฟล์ PDF',
    link: 'เป็นลิงก์',
    encrypted: 'ไฟล์ PDF มีรหัสผ่าน',
    broken: 'เปิดไฟล์ PDF ไม่ได้ ไฟล์อาจเสียหาย',
    'too-large': 'ไฟล์ใหญ่เกินกว่าจะรวมเป็นชุดเดียว',
    missing: 'ไม่พบไฟล์ในที่เก็บ',
    'not-scanned': 'ยังไม่ผ่านการตรวจไวรัส',
    infected: 'ตรวจพบไวรัส',
    withheld: 'เอกสารลับ ผู้จัดทำชุดเอกสารนี้ไม่มีสิทธิ์เปิด',
    'not-made': 'จัดทำเป็น PDF ไม่สำเร็จ',
  },
  withheldTitle: 'เอกสารลับ',
  /** What is said in place of a page that somebody brought in. */
  pictured: (title: string, page: number, pages: number) => `${title} หน้า ${page} จาก ${pages} หน้าของเอกสารนี้`,
} as const

function subject(title: string): string {
  return title.startsWith('เรื่อง') ? title : `เรื่อง ${title}`
}
