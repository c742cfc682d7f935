export const officeTh = {
  title: 'งานของหน่วยงาน',
  skip: 'ข้ามไปยังเนื้อหาหลัก',
  menu: 'เมนูงาน',
  home: 'หน้าแรกของงาน',
  toSite: 'ดูเว็บไซต์',
  account: 'บัญชีของฉัน',
  signOut: 'ออกจากระบบ',
} as const
