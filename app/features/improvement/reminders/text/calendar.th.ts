/** What a calendar program shows of somebody's measures. */
export const calendarTh = {
  name: 'มาตรการ ITA ที่ฉันรับผิดชอบ',
  due: (title: string) => `ครบกำหนด: ${title}`,
} as const
