/**
 * Words any of which shows an element in a document or page elsewhere, by the subject of the item and the key of the element;
 * under `any` those that hold whatever the subject. No source gives them: all are inferred from the titles of the elements
 * (sources S25, S31, S36, S64, S73, S74 of the catalogue) and are to be checked against the manual of each year. An element
 * that is not here is not looked for.
 */
export const MARKS: Readonly<Record<string, Readonly<Record<string, readonly string[]>>>> = {
  any: {
    steps: ['ขั้นตอน', 'ผังกระบวนการ', 'กระบวนการ'],
    time: ['ระยะเวลา', 'วันทำการ', 'กี่วัน', 'ใช้เวลา'],
    fee: ['ค่าธรรมเนียม', 'ไม่มีค่าธรรมเนียม', 'ค่าบริการ'],
    channel: ['ช่องทาง', 'สถานที่ให้บริการ', 'E-Service', 'One Stop Service'],
    documents: ['เอกสารหลักฐาน', 'เอกสารประกอบ', 'เอกสารที่ใช้', 'ไม่มีเอกสาร'],
    law: ['กฎหมายที่เกี่ยวข้อง', 'พระราชบัญญัติ', 'ระเบียบ'],
    unit: ['ส่วนงานที่รับผิดชอบ', 'หน่วยงานที่รับผิดชอบ', 'ผู้รับผิดชอบ'],
  },
  structure: { chart: ['โครงสร้าง'], units: ['ตำแหน่ง', 'ส่วนงาน'], powers: ['อำนาจ'] },
  executives: {
    position: ['ตำแหน่ง', 'ผู้อำนวยการ', 'อธิบดี'],
    contact: ['โทรศัพท์', 'โทร.', 'อีเมล', 'E-mail', '@'],
  },
  contact: {
    address: ['ที่อยู่', 'ถนน', 'เขต', 'อำเภอ'],
    telephone: ['โทรศัพท์', 'โทร.'],
    email: ['E-mail', 'อีเมล', 'ไปรษณีย์อิเล็กทรอนิกส์', '@'],
  },
  complaint_procedure: { how: ['วิธีการ', 'ช่องทาง', 'การร้องเรียน'] },
  complaint_channel: { online: ['แจ้งเบาะแส', 'ร้องเรียนการทุจริต', 'แจ้งเรื่องร้องเรียน'] },
  complaint_stats: {
    total: ['จำนวนเรื่อง', 'จำนวนข้อร้องเรียน', 'ทั้งหมด', 'ไม่มีเรื่องร้องเรียน'],
    finished: ['แล้วเสร็จ', 'ยุติ', 'ไม่มีเรื่องร้องเรียน'],
    'in-progress': ['อยู่ระหว่างดำเนินการ', 'ไม่มีเรื่องร้องเรียน'],
    interval: ['เดือน', 'ไตรมาส', 'รอบ 6 เดือน'],
  },
  participation: {
    topic: ['ประเด็น', 'เรื่อง'],
    participants: ['ผู้มีส่วนร่วม', 'ผู้เข้าร่วม', 'ผู้มีส่วนได้ส่วนเสีย'],
    result: ['ผลจากการมีส่วนร่วม', 'สรุปผล', 'ผลการ'],
    use: ['ปรับปรุง', 'พัฒนา'],
  },
}

/** Elements that are heads of the columns of one table, by the words any of which names the column (source S31, inferred). */
export const COLUMNS: Readonly<Record<string, readonly string[]>> = {
  no: ['ที่', 'ลำดับ', 'ลำดับที่'],
  'fiscal-year': ['ปีงบประมาณ'],
  agency: ['ชื่อหน่วยงาน', 'หน่วยงาน'],
  district: ['อำเภอ', 'เขต'],
  province: ['จังหวัด'],
  ministry: ['กระทรวง'],
  'agency-type': ['ประเภทหน่วยงาน'],
  'item-name': ['ชื่อรายการของงานที่ซื้อหรือจ้าง', 'งานที่ซื้อหรือจ้าง', 'รายการ'],
  budget: ['วงเงินงบประมาณที่ได้รับจัดสรร', 'วงเงินงบประมาณ'],
  'budget-source': ['แหล่งที่มาของงบประมาณ'],
  status: ['สถานะการจัดซื้อจัดจ้าง', 'สถานะ'],
  method: ['วิธีการจัดซื้อจัดจ้าง', 'วิธีซื้อหรือจ้าง'],
  'reference-price': ['ราคากลาง'],
  'agreed-price': ['ราคาที่ตกลงซื้อหรือจ้าง', 'ราคาที่ตกลง'],
  winner: ['รายชื่อผู้ประกอบการที่ได้รับการคัดเลือก', 'ผู้ได้รับการคัดเลือก'],
  'egp-no': ['เลขที่โครงการในระบบ e-GP', 'เลขที่โครงการ'],
}
/** Subjects whose elements are such columns. */
export const TABLE_CONCEPTS = ['procurement_list_or_plan', 'procurement_progress_or_monthly']
