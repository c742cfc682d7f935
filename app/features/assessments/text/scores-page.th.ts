import type { Instrument } from '../../catalogue/index.ts'

/** The overview of one year's results. */
export const scoresPageTh = {
  title: 'ผลคะแนนการประเมิน',
  lead: 'ระดับผล คะแนน และที่มาของทุกค่า ระบบแสดงเฉพาะค่าที่นำเข้าหรือคำนวณได้ครบ ไม่เติมค่าที่ขาด',
  emptyTitle: 'ยังไม่มีผลคะแนน',
  emptyBody:
    'เริ่มจากนำเข้าไฟล์ผลคะแนน (XLSX, CSV หรือ JSON) แล้วหน้านี้จะแสดงระดับผล คะแนนรายเครื่องมือ รายตัวชี้วัด และรายข้อ พร้อมที่มา',
  toImport: 'นำเข้าผลคะแนน',
  years: 'ปีของกรอบการประเมิน',
  yearOf: (year: number) => `พ.ศ. ${year}`,
  noFramework: (year: number) =>
    `ยังไม่มีกรอบการประเมินปี พ.ศ. ${year} ในระบบ จึงแสดงระดับและคะแนนรายข้อของปีนี้ไม่ได้ โปรดนำเข้ากรอบของปีนั้นก่อน`,
  gapTitle: (scored: number, items: number) => `แหล่งข้อมูลให้คะแนนไว้เพียง ${scored} จาก ${items} ข้อ`,
  noScores: 'ยังไม่มีคะแนนรายข้อ',
  noItems: 'ยังไม่มีรายการข้อคำถามของปีนี้ในกรอบการประเมิน มีเพียงตัวชี้วัด',
  gap: (indicators: number, all: number) =>
    `มีคะแนน ${indicators} จาก ${all} ตัวชี้วัด ส่วนที่ไม่มีคะแนนปล่อยว่างไว้ และไม่คำนวณค่าใดจากส่วนที่ขาด`,
  unverified: 'ยังไม่ยืนยัน',
  instruments: {
    IIT: 'แบบวัดการรับรู้ของผู้มีส่วนได้ส่วนเสียภายใน',
    EIT: 'แบบวัดการรับรู้ของผู้มีส่วนได้ส่วนเสียภายนอก',
    OIT: 'แบบวัดการเปิดเผยข้อมูลสาธารณะ',
  } satisfies Record<Instrument, string>,
  level: {
    title: (year: number) => `ระดับผลการประเมิน พ.ศ. ${year}`,
    printed: (word: string) => `ระดับที่ประกาศ: ${word}`,
    computed: (word: string) => `ตามเกณฑ์ของปีนี้: ${word}`,
    none: 'ยังบอกระดับไม่ได้',
    noneWhy: (missing: string) => `ยังไม่มีคะแนน ${missing} และคำนวณจากส่วนที่มีอยู่ไม่ได้ครบ`,
    total: 'คะแนนรวม',
    of100: 'คะแนน (เต็ม 100)',
    origin: 'ที่มา',
    weight: 'น้ำหนัก',
    part: 'ส่วน',
    percent: (value: number) => `ร้อยละ ${value}`,
    bound: (bound: string, level: string) => `เกณฑ์ ${bound} (${level})`,
    origins: { printed: 'ตามแหล่งข้อมูล', computed: 'คำนวณจากส่วนย่อย' },
    unknown: 'ยังไม่มี',
    reached: 'ถึงแล้ว',
    short: (points: string) => `ขาด ${points}`,
    unverified: 'เกณฑ์ระดับของปีนี้ยังไม่ยืนยันกับคู่มือ',
    heldDown: (level: string, instead: string, instruments: string, bound: string) =>
      `ตามเกณฑ์ ได้ “${level}” แทน “${instead}” เพราะ ${instruments} ต่ำกว่า ${bound}`,
  },
  next: {
    title: (level: string) => `ระยะถึงระดับถัดไป: ${level}`,
    top: 'อยู่ในระดับสูงสุดของปีนี้แล้ว',
    totalReached: 'คะแนนรวมถึงเกณฑ์แล้ว',
    totalShort: (points: string, bound: string) => `คะแนนรวมขาด ${points} คะแนน จึงจะถึง ${bound}`,
    short: (instrument: string, points: string, bound: string) =>
      `${instrument} ขาด ${points} คะแนน จึงจะถึง ${bound}`,
    alone: (instrument: string, points: string) =>
      `หากเพิ่มเฉพาะ ${instrument} ต้องเพิ่ม ${points} คะแนน คะแนนรวมจึงจะถึงเกณฑ์`,
    notAlone: (instrument: string) => `เพิ่มเฉพาะ ${instrument} แม้ได้เต็ม 100 คะแนนรวมก็ยังไม่ถึงเกณฑ์`,
    items: (indicator: string, worth: string, needed: number | null) =>
      needed === null
        ? `ข้อ OIT ในตัวชี้วัดที่ ${indicator} ข้อละ ${worth} คะแนนของ OIT ทำเพิ่มครบทุกข้อก็ยังไม่พอ`
        : `ข้อ OIT ในตัวชี้วัดที่ ${indicator} ข้อละ ${worth} คะแนนของ OIT ต้องได้เต็มเพิ่มอย่างน้อย ${needed} ข้อ`,
  },
  indicators: {
    title: 'คะแนนรายตัวชี้วัด',
    indicator: 'ตัวชี้วัด',
    instrument: 'เครื่องมือ',
    value: 'คะแนน',
    origin: 'ที่มา',
    items: 'ข้อที่มีคะแนน',
    counted: (known: number, parts: number) => (parts === 0 ? '–' : `${known} จาก ${parts}`),
    computed: 'คำนวณจากทุกข้อ',
    none: 'ไม่มี',
  },
  items: {
    title: 'คะแนนรายข้อ',
    caption: (instrument: string, year: number) => `คะแนนรายข้อ ${instrument} พ.ศ. ${year}`,
    counted: (known: number, all: number) => `มีคะแนน ${known} จาก ${all} ข้อ`,
    none: (all: number) => `ยังไม่มีคะแนนของทั้ง ${all} ข้อ`,
    unknown: (instruments: string) => `กรอบการประเมินของปีนี้ยังไม่มีรายการข้อของ ${instruments}`,
    missing: 'ข้อที่ยังไม่มีคะแนน',
    item: 'ข้อ',
    name: 'ชื่อข้อ',
    value: 'คะแนน',
    n: 'ผู้ตอบ',
    source: 'ที่มา',
    noN: 'ไม่ระบุ',
    noNs: 'แหล่งข้อมูลไม่ระบุจำนวนผู้ตอบ',
    answered: (answered: number, required: number | null) =>
      required === null ? `${answered}` : `${answered} จาก ${required}`,
  },
  source: (file: string, row: number, day: string) => `${file} แถวที่ ${row} นำเข้า ${day}`,
  mismatches: {
    title: 'ค่าที่ประกาศเทียบกับค่าที่คำนวณใหม่',
    lead: 'คำนวณแต่ละค่าจากส่วนย่อยที่อยู่ใต้ค่านั้น โดยไม่ปัดเศษระหว่างขั้น แล้วเทียบกับค่าที่ประกาศ',
    none: (checked: number) =>
      checked === 0 ? 'ยังไม่มีค่าใดที่คำนวณใหม่เพื่อเทียบได้ เพราะส่วนย่อยมีคะแนนไม่ครบ' : `ตรวจได้ ${checked} ค่า ตรงกันทุกค่า`,
    found: (count: number, checked: number) => `ตรวจได้ ${checked} ค่า ไม่ตรงกัน ${count} รายการ`,
    part: 'ส่วน',
    printed: 'ที่ประกาศ',
    computed: 'คำนวณใหม่',
    difference: 'ต่าง',
    note: 'หมายเหตุ',
    rounding: 'ต่างหนึ่งหน่วยทศนิยมที่สอง มักเกิดจากการปัดเศษคนละขั้น',
    ask: 'ตรวจกับประกาศ หรือสอบถามผู้ประเมิน',
    outOf: (value: string, outOf: string) => `${value} จาก ${outOf}`,
    total: 'คะแนนรวม',
    level: 'ระดับ',
    indicator: (number: string) => `ตัวชี้วัดที่ ${number}`,
  },
  toChecks: 'ดูการตรวจข้อมูลทั้งหมด',
} as const
