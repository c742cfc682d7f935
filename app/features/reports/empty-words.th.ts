/** What people write into a cell to fill it. Each is a pattern of a whole cell without its white space and outer marks. */
export const emptyWords = {
  /** "None" and its like: neither a statement nor a declaration by somebody on some day. Filler letters say nothing either. */
  bareNone: /^(?:ไม่มี(?:ข้อมูล)?|ไม่ระบุ|n\/?a|none|nil|x{2,})$/iu,
  /** Says that the work was not done or is not finished. */
  notDone: /^(?:ไม่มีการดำเนินการ|ยังไม่(?:ได้|มีการ)?ดำเนินการ|อยู่ระหว่าง(?:การ)?ดำเนินการ)$/u,
} as const
