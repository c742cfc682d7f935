/** The two doors: complaints about services, and reports of corruption. They are two ways and are never mixed. */
export const doorsTh = {
  complaint: { title: 'แจ้งเรื่องร้องเรียนบริการ' },
  whistle: {
    title: 'แจ้งเบาะแสการทุจริต',
    lead: 'สำหรับเรื่องการทุจริตและประพฤติมิชอบของเจ้าหน้าที่ ช่องทางนี้แยกจากการร้องเรียนบริการ เพื่อรักษาข้อมูลของผู้แจ้ง',
  },
} as const
