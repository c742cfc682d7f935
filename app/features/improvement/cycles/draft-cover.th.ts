/** The lines of a cover as reports of agencies print them. */
export const coverWords = {
  title: 'รายงานผลการดำเนินการเพื่อส่งเสริมคุณธรรมและความโปร่งใสภายในหน่วยงาน',
  agencyLine: (name: string): string => `ของ${name}`,
  yearLine: (fiscalYear: number): string => `ประจำปีงบประมาณ พ.ศ. ${fiscalYear}`,
  runningTitle: (agency: string, fiscalYear: number): string =>
    `รายงานผลการดำเนินการเพื่อส่งเสริมคุณธรรมและความโปร่งใสภายในหน่วยงานของ${agency} ประจำปีงบประมาณ พ.ศ. ${fiscalYear}`,
}
