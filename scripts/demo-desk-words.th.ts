/** ผู้ทำงานในข้อมูลตัวอย่างของศูนย์รับเรื่อง. */
export const demoDeskOfficer = 'ศูนย์รับเรื่อง (ข้อมูลตัวอย่าง)'

const example = (words: string) => `${words} (ข้อมูลตัวอย่าง)`

/** Templates that a desk begins with. */
export const demoTemplates = [
  {
    title: 'รับเรื่องแล้ว',
    bodyTh: 'ได้รับเรื่องเลขที่ {{reference}} แล้ว {{unit}} จะตอบภายในวันที่ {{day}} ระหว่างนี้ท่านเพิ่มข้อมูลได้ที่หน้าติดตามเรื่อง',
    bodyEn:
      'We have received {{reference}}. You will have an answer by {{day}}. Until then you can add to it at the follow-up page.',
  },
  {
    title: 'ขอข้อมูลเพิ่ม',
    bodyTh: 'เพื่อดำเนินการเรื่องเลขที่ {{reference}} โปรดเพิ่มวันและเวลาที่เกิดเรื่องที่หน้าติดตามเรื่อง',
    bodyEn: 'To go on with {{reference}}, please add day and time at the follow-up page.',
  },
] as const

/** What happens to a ticket of the demo, so many days after it came in; units of a demo exist from today, and what is assigned is so today. */
export type DemoStep = Readonly<{ after: number }> &
  (
    | Readonly<{ act: 'assign' | 'start' | 'junk' | 'merge' }>
    | Readonly<{ act: 'answer' | 'interim' | 'last' | 'note' | 'add' | 'reopen' | 'close'; text: string }>
    | Readonly<{ act: 'rate'; score: string }>
  )

export type DemoTicket = Readonly<{
  kind: 'praise' | 'suggestion' | 'question' | 'complaint'
  /** Days before today. */
  ago: number
  body: string
  name?: string
  telephone?: string
  place?: string
  channel?: 'web' | 'counter'
  steps: readonly DemoStep[]
}>

/** Tickets in every state and of every kind; a later one may be merged into the one before it. */
export const demoTickets: readonly DemoTicket[] = [
  {
    kind: 'complaint',
    ago: 150,
    body: example('รอรับบริการที่เคาน์เตอร์เกินหนึ่งชั่วโมง ทั้งที่จองคิวไว้แล้ว'),
    place: 'จุดบริการชั้น 1',
    channel: 'counter',
    steps: [
      { after: 3, act: 'note', text: example('ตรวจบันทึกคิวแล้ว ระบบจองขัดข้องช่วงเช้า') },
      { after: 6, act: 'answer', text: example('ระบบจองคิวขัดข้องในวันดังกล่าว แก้ไขแล้ว และเพิ่มเจ้าหน้าที่ในช่วงเช้า') },
      { after: 12, act: 'close', text: '' },
      { after: 14, act: 'rate', score: '4' },
    ],
  },
  {
    kind: 'praise',
    ago: 121,
    body: example('เจ้าหน้าที่ให้คำแนะนำเรื่องการขอใช้ข้อมูลชัดเจนและสุภาพมาก'),
    steps: [{ after: 1, act: 'last', text: example('ขอบคุณสำหรับคำชมเชย ได้แจ้งเจ้าหน้าที่แล้ว') }],
  },
  {
    kind: 'question',
    ago: 96,
    body: example('ขอหนังสือรับรองการอบรมย้อนหลังได้อย่างไร'),
    steps: [
      { after: 2, act: 'last', text: example('ยื่นคำขอที่หน้าบริการได้ โดยใช้เลขที่หลักสูตรและวันที่อบรม') },
      { after: 4, act: 'rate', score: '5' },
    ],
  },
  {
    kind: 'suggestion',
    ago: 78,
    body: example('ควรมีตัวอย่างการกรอกแบบฟอร์มในหน้าเว็บไซต์'),
    steps: [
      { after: 9, act: 'interim', text: example('กำลังจัดทำตัวอย่าง คาดว่าแล้วเสร็จภายในสองสัปดาห์') },
      { after: 20, act: 'answer', text: example('เพิ่มตัวอย่างในหน้าบริการแล้ว') },
    ],
  },
  {
    kind: 'complaint',
    ago: 60,
    body: example('ส่งเอกสารทางอีเมลแล้วไม่มีผู้ตอบกลับ'),
    steps: [
      { after: 30, act: 'answer', text: example('ตรวจแล้วพบว่าอีเมลค้าง ได้ตอบกลับแล้ว ขออภัยที่ตอบช้ากว่ากำหนด') },
    ],
  },
  {
    kind: 'complaint',
    ago: 41,
    body: example('ข้อความโฆษณาที่ไม่เกี่ยวกับหน่วยงาน'),
    steps: [{ after: 1, act: 'junk' }],
  },
  {
    kind: 'complaint',
    ago: 33,
    body: example('ลิฟต์อาคารชั้นสามไม่เปิดให้รถเข็นใช้มาหลายวันแล้ว'),
    place: 'อาคารสำนักงาน ชั้น 3',
    steps: [{ after: 2, act: 'assign' }],
  },
  {
    kind: 'complaint',
    ago: 32,
    body: example('ลิฟต์อาคารชั้นสามไม่เปิดให้รถเข็นใช้มาหลายวัน ต้องอ้อมไปอีกด้าน'),
    steps: [{ after: 2, act: 'merge' }],
  },
  {
    kind: 'question',
    ago: 15,
    body: example('วันหยุดชดเชยเปิดให้บริการหรือไม่'),
    steps: [
      { after: 1, act: 'answer', text: example('ไม่เปิดให้บริการในวันหยุดราชการและวันหยุดชดเชย') },
      { after: 3, act: 'reopen', text: example('ขอทราบช่องทางที่ใช้ได้ในวันหยุดด้วย') },
    ],
  },
  {
    kind: 'complaint',
    ago: 12,
    body: example('หน้าเว็บไซต์บริการเปิดในโทรศัพท์แล้วปุ่มซ้อนกัน กดไม่ได้'),
    steps: [
      { after: 2, act: 'start' },
      { after: 4, act: 'add', text: example('เป็นกับโทรศัพท์จอเล็ก ส่วนเครื่องอื่นใช้ได้') },
    ],
  },
  {
    kind: 'suggestion',
    ago: 5,
    body: example('อยากให้แจ้งสถานะคำขอทางอีเมลด้วย'),
    steps: [{ after: 1, act: 'assign' }],
  },
  {
    kind: 'complaint',
    ago: 2,
    body: example('โทรศัพท์สายด่วนไม่มีผู้รับสายตั้งแต่ 8.30 น. ถึง 9.30 น.'),
    name: 'สมหญิง ตัวอย่าง',
    telephone: '02-000-0000',
    steps: [],
  },
  {
    kind: 'question',
    ago: 0,
    body: example('ขอใช้ห้องประชุมสำหรับงานอบรมของชุมชนต้องยื่นล่วงหน้ากี่วัน'),
    steps: [],
  },
]
