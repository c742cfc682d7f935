/** Titles of the themes, as the issues of the example are called. A proposed issue opens with one of them. */
export const themeTitlesTh = {
  'work-process': 'กระบวนการปฏิบัติงานที่โปร่งใสและมีประสิทธิภาพ',
  service: 'การให้บริการและระบบ E-Service',
  publicity: 'ช่องทางและรูปแบบการประชาสัมพันธ์เผยแพร่ข้อมูลข่าวสารภาครัฐ',
  'state-property': 'กระบวนการกำกับดูแลการใช้ทรัพย์สินของราชการ',
  'budget-procurement': 'กระบวนการสร้างความโปร่งใสในการใช้งบประมาณและการจัดซื้อจัดจ้าง',
  'power-personnel': 'กระบวนการควบคุม ตรวจสอบการใช้อำนาจ และการบริหารงานบุคคล',
  'anti-corruption': 'กลไกและมาตรการในการแก้ไขและป้องกันการทุจริตภายในหน่วยงาน',
} as const
