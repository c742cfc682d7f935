type Told = Readonly<{ name: string; by: string; title: string }>

/** Letters about measures. The name of the agency stands in the frame of every letter. */
export const measureMailTh = {
  closing: 'ผู้ประสานงาน ITA ของหน่วยงาน\nระบบโปร่งใส',
  open: 'เปิดมาตรการ',
  openIssue: 'เปิดประเด็น',
  reason: (reason: string) => `เหตุผล: ${reason}`,
  letters: {
    'measure-submitted': {
      subject: (title: string) => `ส่งให้ตรวจ: มาตรการ ${title}`,
      lines: ({ name, by, title }: Told) =>
        `เรียน คุณ${name}\n${by} ส่งผลการดำเนินงานของมาตรการ “${title}” ให้ตรวจ\nโปรดตรวจแล้วรับผล หรือขอให้แก้ไขพร้อมเหตุผล`,
    },
    'measure-returned': {
      subject: (title: string) => `ขอแก้ไข: มาตรการ ${title}`,
      lines: ({ name, by, title }: Told) =>
        `เรียน คุณ${name}\n${by} ขอให้แก้ไขผลการดำเนินงานของมาตรการ “${title}” แล้วส่งตรวจอีกครั้ง`,
    },
    'measure-accepted': {
      subject: (title: string) => `ตรวจรับแล้ว: มาตรการ ${title}`,
      lines: ({ name, by, title }: Told) =>
        `เรียน คุณ${name}\n${by} ตรวจรับผลการดำเนินงานของมาตรการ “${title}” แล้ว ท่านไม่ต้องดำเนินการใดเพิ่มเติม`,
    },
    'measure-reopened': {
      subject: (title: string) => `เปิดให้ดำเนินการต่อ: มาตรการ ${title}`,
      lines: ({ name, by, title }: Told) =>
        `เรียน คุณ${name}\n${by} เปิดมาตรการ “${title}” ให้ดำเนินการต่อ โปรดดำเนินการแล้วส่งตรวจอีกครั้ง`,
    },
    'comment-mentioned': {
      subject: (title: string) => `กล่าวถึงท่านในความเห็น: ${title}`,
      lines: ({ name, by, title }: Told) => `เรียน คุณ${name}\n${by} กล่าวถึงท่านในความเห็นเรื่อง “${title}”`,
    },
  },
} as const
