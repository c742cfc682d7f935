/** Words of the public registers of this room: what each is, and what its columns mean. */
export const disclosureRegistersTh = {
  items: {
    title: 'ข้อ OIT ทุกปีและสถานะการเปิดเผย',
    description:
      'ทุกข้อของการเปิดเผยข้อมูลสาธารณะ (OIT) ตามกรอบการประเมินแต่ละปี พร้อมความครบถ้วนที่ระบบตรวจ ผู้รับผิดชอบ และที่อยู่ถาวร',
    objective: 'ให้สาธารณะและระบบอื่นตรวจสอบได้ว่าหน่วยงานเปิดเผยข้อมูลข้อใดแล้ว และข้อใดยังขาด',
  },
  facts: {
    title: 'ข้อมูลที่เปิดเผยตามข้อ OIT',
    description: 'ข้อมูลทุกรายการที่เผยแพร่อยู่ แยกตามข้อและองค์ประกอบ รวมองค์ประกอบที่ระบุว่าไม่มี พร้อมที่อยู่และค่าแฮชของไฟล์',
    objective: 'ให้ค้นหา ตรวจสอบ และนำข้อมูลที่หน่วยงานเปิดเผยไปใช้ต่อด้วยระบบอัตโนมัติ',
  },
  keywords: { ita: 'ITA', oit: 'OIT', disclosure: 'การเปิดเผยข้อมูลสาธารณะ', transparency: 'ความโปร่งใส' },
  columns: {
    framework_year: 'ปีของกรอบการประเมิน (พ.ศ.)',
    code: 'รหัสข้อ',
    sub_indicator: 'ตัวชี้วัดย่อย',
    title_th: 'ชื่อภาษาไทย',
    title_en: 'ชื่อภาษาอังกฤษ',
    state: 'สถานะ (published, report, withdrawn, none)',
    score: 'ความครบถ้วน (100 หรือ 0)',
    elements: 'จำนวนองค์ประกอบ',
    missing: 'จำนวนองค์ประกอบที่ไม่ผ่าน',
    unit_th: 'ผู้รับผิดชอบ',
    version: 'ฉบับที่',
    published_at: 'เผยแพร่เมื่อ',
    address: 'ที่อยู่',
    element: 'องค์ประกอบ',
    position: 'ลำดับ',
    kind: 'ชนิดข้อมูล (text, file, link, page, none)',
    words: 'ข้อความ',
    content_date: 'วันที่ของข้อมูล',
    file_name: 'ชื่อไฟล์',
    media_type: 'ชนิดไฟล์',
    size_bytes: 'ขนาดไฟล์ (ไบต์)',
    sha256: 'ค่าแฮช SHA-256',
  },
} as const
