/** What the example agency discloses in the demo: pages of this very site, and examples that say so. */
type Answer =
  | Readonly<{ page: string; titleTh: string; titleEn: string; elements: readonly string[] }>
  | Readonly<{ words: string; titleTh: string; titleEn: string; elements: readonly string[] }>
  | Readonly<{ none: string; elements: readonly string[] }>
  | Readonly<{ file: true; titleTh: string; titleEn: string; elements: readonly string[] }>
export type DemoItem = Readonly<{ code: string; isPublished: boolean; answers: readonly Answer[] }>

const whistleblow = {
  page: '/whistleblow',
  titleTh: 'แจ้งเบาะแสการทุจริต',
  titleEn: 'Reporting corruption',
} as const

export const demoItems: readonly DemoItem[] = [
  {
    code: 'O1',
    isPublished: true,
    answers: [
      {
        page: '/structure',
        titleTh: 'โครงสร้างหน่วยงาน',
        titleEn: 'Structure of the agency',
        elements: ['chart', 'units'],
      },
    ],
  },
  {
    code: 'O2',
    isPublished: false,
    answers: [
      {
        page: '/executives',
        titleTh: 'ผู้บริหาร',
        titleEn: 'Executives',
        elements: ['name', 'position', 'contact'],
      },
    ],
  },
  {
    code: 'O3',
    isPublished: true,
    answers: [
      {
        page: '/contact',
        titleTh: 'ติดต่อหน่วยงาน',
        titleEn: 'Contact',
        elements: ['address', 'telephone', 'email'],
      },
    ],
  },
  {
    code: 'O4',
    isPublished: true,
    answers: [{ page: '/news', titleTh: 'ข่าวประชาสัมพันธ์', titleEn: 'News', elements: ['content'] }],
  },
  {
    code: 'O9',
    isPublished: true,
    answers: [
      {
        page: '/services/check-a-copy',
        titleTh: 'ตรวจสอบสำเนารายงาน',
        titleEn: 'Checking a copy of the report',
        elements: ['name', 'steps', 'time', 'channel', 'documents'],
      },
      { none: 'ไม่มีค่าธรรมเนียม', elements: ['fee'] },
    ],
  },
  {
    code: 'O11',
    isPublished: true,
    answers: [
      {
        file: true,
        titleTh: 'สถิติการให้บริการ (ข้อมูลตัวอย่าง)',
        titleEn: 'Service statistics (example data)',
        elements: ['content'],
      },
    ],
  },
  { code: 'O17', isPublished: false, answers: [{ ...whistleblow, elements: ['how'] }] },
  { code: 'O18', isPublished: true, answers: [{ ...whistleblow, elements: ['online', 'separate'] }] },
  {
    code: 'O20',
    isPublished: false,
    answers: [
      {
        words: 'ข้อมูลตัวอย่าง: รับฟังความคิดเห็นต่อร่างมาตรการส่งเสริมคุณธรรมและความโปร่งใส',
        titleTh: 'ประเด็นการมีส่วนร่วม (ข้อมูลตัวอย่าง)',
        titleEn: 'Topic of taking part (example data)',
        elements: ['topic'],
      },
    ],
  },
  {
    code: 'O22',
    isPublished: true,
    answers: [{ none: 'ข้อมูลตัวอย่าง: ไม่มีการรับทรัพย์สินหรือประโยชน์อื่นใดโดยธรรมจรรยาในรอบปี', elements: ['content'] }],
  },
]

/** A table that says of itself that it is an example. */
export const demoStatistics = {
  fileName: 'service-statistics-example.csv',
  text: '\uFEFFปีงบประมาณ,เดือน,บริการ,จำนวนครั้ง,หมายเหตุ\r\n2567,ตุลาคม,ตรวจสอบสำเนารายงาน,0,ข้อมูลตัวอย่าง\r\n2567,พฤศจิกายน,ตรวจสอบสำเนารายงาน,0,ข้อมูลตัวอย่าง\r\n',
} as const
