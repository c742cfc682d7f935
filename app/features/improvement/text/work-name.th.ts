/** What the parts of a year are called where another page leads to them. */
export const workNameTh = {
  measure: (title: string) => `มาตรการ ${title}`,
  issue: (number: number, title: string) => `ประเด็นที่ ${number} ${title}`,
  outcome: (number: number, title: string) => `ผลลัพธ์ของประเด็นที่ ${number} ${title}`,
} as const
