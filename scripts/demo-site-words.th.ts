import type { PageKind } from '../app/features/site/pages/page.domain.ts'

type DemoPage = Readonly<{ kind: PageKind; typed: Readonly<Record<string, string>> }>

/** By whom the pages of the example were published. */
export const demoPublisher = 'ผู้เผยแพร่ตัวอย่าง / example publisher'

/**
 * What the example agency's site says. What is true of the platform itself stands as it is; everything about the agency that
 * the example report does not say is marked as an example.
 */
export const demoProfile = {
  missionTh: 'เว็บไซต์ตัวอย่างด้านคุณธรรมและความโปร่งใส: อ่านรายงาน ตรวจสอบสำเนา และติดตามข้อมูลที่หน่วยงานเปิดเผย',
  missionEn:
    'An example site for integrity and transparency: read the report, check a copy, and follow what the agency discloses.',
  addressTh: 'เลขที่ 1 ถนนตัวอย่าง แขวงตัวอย่าง เขตตัวอย่าง กรุงเทพมหานคร 10000 (ข้อมูลตัวอย่าง)',
  addressEn: '1 Example Road, Example District, Bangkok 10000 (example data)',
  telephones: '0 2000 0000 ต่อ 100 (ข้อมูลตัวอย่าง)',
  officialEmail: 'saraban@dga.example',
  email: 'contact@dga.example',
  hoursTh: 'วันจันทร์ถึงวันศุกร์ เวลา 8.30–16.30 น. ยกเว้นวันหยุดราชการ (ข้อมูลตัวอย่าง)',
  hoursEn: 'Monday to Friday, 8:30 to 16:30, but for public holidays (example data)',
  latitude: '13.7563',
  longitude: '100.5018',
  social: 'Facebook (ข้อมูลตัวอย่าง) https://social.example/dga',
} as const

export const demoExecutives = [
  {
    nameTh: 'ผู้อำนวยการ ตัวอย่าง (ข้อมูลตัวอย่าง)',
    nameEn: 'Director Example (example data)',
    titleTh: 'ผู้อำนวยการสำนักงาน',
    titleEn: 'Director',
    email: 'director@dga.example',
  },
  {
    nameTh: 'รองผู้อำนวยการ ตัวอย่าง (ข้อมูลตัวอย่าง)',
    nameEn: 'Deputy Director Example (example data)',
    titleTh: 'รองผู้อำนวยการสำนักงาน',
    titleEn: 'Deputy Director',
    email: 'deputy@dga.example',
  },
] as const

export const demoBanner = {
  form: 'banner',
  titleTh: 'ตรวจสอบสำเนารายงานได้ด้วยตนเอง',
  titleEn: 'Check a copy of the report yourself',
  wordsTh: 'พิมพ์รหัสบนเอกสาร หรือส่งไฟล์ เพื่อดูว่าตรงกับฉบับที่เผยแพร่หรือไม่',
  wordsEn: 'Type the code on the paper, or send the file, to see whether it is the one that was published.',
  link: '/verify',
} as const

/** `reviewOn` of policies is a year from the day on which the demo is made. */
export const demoPages: readonly DemoPage[] = [
  {
    kind: 'service',
    typed: {
      titleTh: 'ตรวจสอบสำเนารายงาน',
      titleEn: 'Checking a copy of the report',
      slug: 'check-a-copy',
      leadTh: 'ตรวจว่าสำเนารายงานที่มีอยู่ตรงกับฉบับที่หน่วยงานเผยแพร่หรือไม่ โดยไม่ต้องลงชื่อเข้าใช้',
      leadEn: 'See whether a copy of the report is the one that the agency published, without signing in.',
      stepsTh:
        '1. เปิดหน้า [ตรวจสอบเอกสาร](/verify)\n2. พิมพ์รหัสที่พิมพ์ท้ายเอกสาร หรือเลือกไฟล์ที่ได้รับ\n3. อ่านผล: ตรงกับฉบับใด เผยแพร่วันใด และถูกถอนแล้วหรือไม่',
      stepsEn:
        '1. Open the page [Check a document](/en/verify)\n2. Type the code at the foot of the paper, or choose the file that you have\n3. Read the result: which version it is, when it was published, and whether it was withdrawn',
      timeTh: 'ทราบผลทันที',
      timeEn: 'The result is shown at once.',
      channelsTh: 'ทางเว็บไซต์นี้ ที่หน้า [ตรวจสอบเอกสาร](/verify) ตลอด 24 ชั่วโมง',
      channelsEn: 'On this site, at [Check a document](/en/verify), at any hour',
      feeNone: 'on',
      feeTh: 'ไม่มีค่าธรรมเนียม',
      feeEn: 'There is no fee.',
      documentsNone: 'on',
      documentsTh: 'ไม่ต้องใช้เอกสารประกอบ นอกจากสำเนาที่ต้องการตรวจ',
      documentsEn: 'Nothing but the copy itself',
    },
  },
  {
    kind: 'news',
    typed: {
      titleTh: 'เผยแพร่รายงานผลการดำเนินการเพื่อส่งเสริมคุณธรรมและความโปร่งใส ประจำปีงบประมาณ พ.ศ. 2567',
      titleEn: 'The report on integrity and transparency of fiscal year 2567 is published',
      slug: 'report-2567-published',
      leadTh: 'อ่านรายงาน 7 ประเด็น ดูคะแนนก่อนและหลัง และดาวน์โหลดเป็น PDF, Word, Excel และข้อมูลเปิดได้จากเว็บไซต์นี้',
      leadEn:
        'Read its seven issues, see scores before and after, and download it as PDF, Word, Excel and open data.',
      bodyTh:
        'รายงานได้รับความเห็นชอบจากที่ประชุมฝ่ายบริหาร ในการประชุมครั้งที่ 9/2567 เมื่อวันที่ 7 พฤศจิกายน 2567\n\n- [อ่านรายงานฉบับเต็ม](/reports/2567)\n- [ดูเหตุผลของคะแนนข้อ O28](/oit/2568/O28)\n- [ตรวจสอบสำเนา](/verify)',
      bodyEn:
        'The management meeting approved the report in its meeting 9/2567 on 7 November 2567 B.E.\n\n- [Read the whole report](/en/reports/2567)\n- [See why item O28 scores so](/en/oit/2568/O28)\n- [Check a copy](/en/verify)',
      date: '7/11/2567',
    },
  },
  ...policies(),
  ...questions(),
]

function policies(): readonly DemoPage[] {
  const policy = (slug: string, titleTh: string, titleEn: string, bodyTh: string, bodyEn: string) => ({
    kind: 'policy' as const,
    typed: { slug, titleTh, titleEn, bodyTh, bodyEn },
  })
  return [
    policy(
      'website',
      'นโยบายเว็บไซต์ (ข้อมูลตัวอย่าง)',
      'Website policy (example data)',
      '## วัตถุประสงค์\n\nเว็บไซต์นี้เผยแพร่รายงานและข้อมูลตามการประเมินคุณธรรมและความโปร่งใส เพื่อให้ประชาชนตรวจสอบได้\n\n## การเข้าถึง\n\nทุกหน้าใช้งานได้ด้วยแป้นพิมพ์และโปรแกรมอ่านหน้าจอ และเปิดได้โดยไม่ต้องใช้สคริปต์',
      '## Purpose\n\nThis site publishes reports and information of the integrity and transparency assessment, so that people can check them.\n\n## Access\n\nEvery page works by keyboard and with a screen reader, and opens without scripts.',
    ),
    policy(
      'cyber-security',
      'นโยบายการรักษาความมั่นคงปลอดภัยไซเบอร์ (ข้อมูลตัวอย่าง)',
      'Cyber security policy (example data)',
      '## มาตรการบนเว็บไซต์\n\n- หน้าเว็บไซต์เรียกใช้เฉพาะไฟล์ของเว็บไซต์นี้ ไม่เรียกสคริปต์จากภายนอก\n- เอกสารที่เผยแพร่มีรหัสตรวจสอบ SHA-256 กำกับทุกไฟล์\n- การเปลี่ยนแปลงข้อมูลทุกครั้งถูกบันทึกพร้อมผู้ดำเนินการและเวลา',
      '## Measures on this site\n\n- Pages load files of this site alone, and no script from elsewhere\n- Every published document carries its SHA-256 hash\n- Every change of data is recorded with who made it and when',
    ),
    policy(
      'privacy',
      'นโยบายคุ้มครองข้อมูลส่วนบุคคล (ข้อมูลตัวอย่าง)',
      'Privacy policy (example data)',
      '## ผู้อ่านหน้าสาธารณะ\n\nหน้าสาธารณะไม่ใช้คุกกี้ ไม่ติดตามผู้อ่าน และไม่ส่งข้อมูลให้เว็บไซต์อื่น ขนาดตัวอักษรและสีที่เลือกเก็บไว้ในอุปกรณ์ของผู้อ่านเท่านั้น\n\n## สิทธิของเจ้าของข้อมูล\n\nติดต่อใช้สิทธิได้ตามช่องทางในหน้า [ติดต่อหน่วยงาน](/contact)',
      '## Readers of public pages\n\nPublic pages use no cookies, follow nobody and send nothing to other sites. Text size and colours that you choose stay on your device.\n\n## Rights of data subjects\n\nUse your rights through the ways on the page [Contact](/en/contact).',
    ),
    policy(
      'terms',
      'ข้อกำหนดการใช้งาน (ข้อมูลตัวอย่าง)',
      'Terms of use (example data)',
      '## การนำข้อมูลไปใช้\n\nข้อมูลที่เผยแพร่นำไปใช้ต่อได้ โดยอ้างอิงที่มาและวันที่ของข้อมูล และไม่บิดเบือนเนื้อหา\n\n## ความถูกต้อง\n\nหากพบข้อมูลคลาดเคลื่อน โปรดแจ้งตามช่องทางในหน้า [ติดต่อหน่วยงาน](/contact)',
      '## Use of data\n\nPublished data may be used further with its source and day named, and without distorting it.\n\n## Correctness\n\nIf you find a mistake, please tell us through the ways on the page [Contact](/en/contact).',
    ),
  ]
}

function questions(): readonly DemoPage[] {
  const question = (slug: string, titleTh: string, titleEn: string, bodyTh: string, bodyEn: string) => ({
    kind: 'question' as const,
    typed: { slug, titleTh, titleEn, bodyTh, bodyEn },
  })
  return [
    question(
      'how-to-check-a-copy',
      'จะรู้ได้อย่างไรว่าสำเนารายงานเป็นฉบับจริง',
      'How do I know that a copy of the report is the real one?',
      'เปิดหน้า [ตรวจสอบเอกสาร](/verify) แล้วพิมพ์รหัสที่ท้ายเอกสาร หรือส่งไฟล์ที่มีอยู่ ระบบจะเปรียบเทียบกับฉบับที่เผยแพร่และบอกผลทันที',
      'Open [Check a document](/en/verify) and type the code at the foot of the paper, or send the file. It is compared with what was published, and the result is shown at once.',
    ),
    question(
      'complaint-or-report',
      'ร้องเรียนบริการกับแจ้งเบาะแสการทุจริตต่างกันอย่างไร',
      'What is the difference between a complaint and a report of corruption?',
      'เรื่องบริการล่าช้า ไม่ถูกต้อง หรือไม่สุภาพ ใช้หน้า [แจ้งเรื่องร้องเรียนบริการ](/complaint) เรื่องการทุจริตหรือประพฤติมิชอบของเจ้าหน้าที่ใช้หน้า [แจ้งเบาะแสการทุจริต](/whistleblow) สองช่องทางแยกจากกัน',
      'For a service that was late, wrong or rude, use [Complain about a service](/en/complaint). For corruption or misconduct of officials, use [Report corruption](/en/whistleblow). The two are kept apart.',
    ),
  ]
}
