export const matterWordsTh = {
  title: (code: string, year: number, title: string) => `ข้อมูล OIT ข้อ ${code} พ.ศ. ${year} ${title}`.trim(),
  unit: 'ผู้รับผิดชอบ',
  missing: 'ไม่มีข้อมูล',
  declared: (text: string, by: string) => `ระบุว่าไม่มี: ${text} (${by})`,
} as const
