const counted = (number: number) => number.toLocaleString('en')

/** What an import says of what it did, and why it refuses a file. */
export const importTh = {
  notes: {
    linesJoined: 'ต่อข้อความที่ถูกตัดขึ้นบรรทัดใหม่ให้เป็นข้อความเดียว',
    rowsJoined: 'ต่อแถวของตารางที่ถูกตัดขึ้นบรรทัดใหม่ให้เป็นแถวเดียว',
    rowContinued: 'ต่อแถวที่ไม่มีข้อความมาตรการเข้ากับมาตรการในแถวก่อนหน้า',
    unitNameJoined: (written: string, read: string) =>
      `อ่านชื่อหน่วยงาน “${written}” เป็น “${read}” ตามที่เขียนในที่อื่น`,
    navigationDropped: 'ไม่นำแถบนำทางของเอกสารมาเป็นเนื้อความ',
    pageNumberDropped: 'ไม่นำเลขหน้ามาเป็นเนื้อความ',
    contentsDropped: 'ไม่นำสารบัญมาเป็นเนื้อความ',
    headingRead: 'ใช้เป็นหัวข้อแบ่งส่วนของรายงาน ไม่ใช่เนื้อความ',
    runningTitleDropped: 'ไม่นำชื่อรายงานที่พิมพ์ซ้ำหัวหน้ากระดาษมาเป็นเนื้อความ',
    markupRemoved: (tags: string) => `นำเครื่องหมายจัดรูปแบบออก และคงข้อความไว้ (${tags})`,
    pictureDropped: 'ไม่ได้นำรูปภาพเข้ามา',
    controlsRemoved: 'นำอักขระควบคุมที่มองไม่เห็นออก',
    sharedOutcome: (issue: number, measures: string) =>
      `ประเด็นที่ ${issue}: ผลลัพธ์ช่องเดียวใช้ร่วมกันกับมาตรการที่ ${measures}`,
    yearInAnalyses: (year: number) =>
      `ถือว่าเลขข้อในผลการวิเคราะห์เป็นของกรอบ ITA พ.ศ. ${year} (ปีของผลประเมินที่นำมาวิเคราะห์)`,
    yearInSummaries: (year: number) => `ถือว่าเลขข้อในสรุปผลเป็นของกรอบ ITA พ.ศ. ${year} (ปีงบประมาณของรายงาน)`,
    yearsOfScores: (before: number, after: number) =>
      `ถือว่าคะแนนคู่ที่ไม่ได้ระบุปีเป็นของ พ.ศ. ${before} และ พ.ศ. ${after} และคะแนนเดี่ยวเป็นของ พ.ศ. ${after}`,
    labelNotMatched: (label: string, year: number) =>
      `ไม่พบตัวชี้วัดหรือข้อของกรอบ ITA พ.ศ. ${year} ที่ชื่อตรงกับ “${label}” จึงไม่เชื่อมโยงกับข้อใด`,
    notPlaced: 'ข้อความนี้ไม่อยู่ในส่วนใดของรายงานที่รู้จัก จึงไม่ได้นำเข้า',
    takenAsBackground: 'ข้อความนี้อยู่ก่อนประเด็นแรกและไม่อยู่ใต้หัวข้อที่รู้จัก จึงนำเข้าเป็นที่มาของรายงาน',
    takenAsAnalysis: 'ข้อความนี้อยู่ระหว่างชื่อประเด็นกับหัวข้อย่อยแรก จึงนำเข้าเป็นผลการวิเคราะห์ของประเด็น',
    rangeReversed: (written: string) => `ช่วงของข้อ “${written}” เขียนกลับลำดับ จึงอ่านจากข้อต้นถึงข้อท้าย`,
    rangeOfTwoLetters: (written: string) => `ช่วงของข้อ “${written}” เริ่มและจบด้วยอักษรต่างกัน จึงไม่เชื่อมโยงกับข้อใด`,
    agencyUnknown: 'ไม่พบชื่อหน่วยงานในไฟล์ โปรดระบุชื่อหน่วยงานก่อนจัดทำรายงาน',
    encodingDecoded: (name: string) => `แปลงรหัสอักษรจาก ${name} เป็น UTF-8`,
    columnMatched: 'อ่านหัวตารางนี้เป็นช่องของมาตรการ',
    columnLeftOut: (column: string) => `ช่อง “${column}” ไม่ใช่ช่องของรายงาน จึงไม่ได้นำข้อความในช่องนี้เข้ามา`,
    fiscalYearRead: (written: string, year: number) => `อ่านปี “${written}” เป็นปีงบประมาณ พ.ศ. ${year}`,
    fiscalYearFromPeriods: (year: number) =>
      `ไฟล์ไม่ได้ระบุปีงบประมาณ จึงใช้ พ.ศ. ${year} ตามระยะเวลาดำเนินการของมาตรการ`,
    answersRead: (item: string) => `อ่านว่ารายงานนี้ตอบข้อ ${item}`,
    answersAssumed: (item: string) => `ไฟล์ไม่ได้ระบุข้อที่รายงานนี้ตอบ จึงใช้ ${item} ซึ่งเป็นข้อของปีถัดจากปีงบประมาณ`,
    mergedCell: 'ช่องนี้รวมกับช่องด้านบน จึงใช้ค่าเดียวกัน',
    rowShort: (found: number, expected: number) =>
      `แถวนี้มี ${found} ช่อง จากที่หัวตารางมี ${expected} ช่อง ข้อความอาจขาดหาย`,
    cellEmpty: (column: string) => `ช่อง “${column}” ว่าง`,
    periodUnread: 'อ่านระยะเวลาดำเนินการเป็นวันที่ไม่ได้ โปรดกรอกช่องนี้ใหม่',
    issueAbsent: (issue: number) =>
      `รายการประเด็นมีประเด็นที่ ${issue} แต่ไม่พบเนื้อความของประเด็นนี้ เนื้อหาของไฟล์อาจไม่ครบ`,
    issuesAnnounced: (announced: number, found: number) =>
      `หัวข้อระบุว่ามี ${announced} ประเด็น แต่พบ ${found} ประเด็น เนื้อหาของไฟล์อาจไม่ครบ`,
    loneNumber: 'มาตรการนี้มีเลขข้อ แต่ไม่พบมาตรการข้อถัดไป เนื้อหาของไฟล์อาจไม่ครบ',
    issueWithoutMeasures: (issue: number) => `ประเด็นที่ ${issue} ไม่มีตารางมาตรการ`,
    issueWithoutAnalysis: (issue: number) => `ประเด็นที่ ${issue} ไม่มีผลการวิเคราะห์`,
    issueWithoutLimitations: (issue: number) => `ประเด็นที่ ${issue} ไม่มีข้อจำกัด ทั้งที่ประเด็นอื่นมี`,
    namesAbsent: 'ไม่พบรายนามใต้หัวข้อนี้',
  },
  places: {
    line: (line: number) => `บรรทัดที่ ${line}`,
    paragraph: (paragraph: number) => `ย่อหน้าหรือแถวที่ ${paragraph}`,
    row: (row: number) => `แถวที่ ${row}`,
    rowColumn: (row: number, column: number) => `แถวที่ ${row} คอลัมน์ที่ ${column}`,
    cell: (sheet: string, cell: string) => `แผ่นงาน ${sheet} ช่อง ${cell}`,
    path: (path: string) => `ที่ ${path}`,
  },
  details: {
    pdf: 'PDF',
    oldOffice: 'Word/Excel รุ่นเก่า หรือไฟล์ที่ใส่รหัสผ่าน',
    otherArchive: 'ไฟล์บีบอัดที่ไม่ใช่ DOCX หรือ XLSX',
    binary: 'ไฟล์ที่ไม่ใช่ข้อความ',
    empty: 'ไฟล์ว่าง',
    noYear: 'ไม่พบปีงบประมาณ',
    noFramework: (year: number) => `ไม่มีกรอบ ITA พ.ศ. ${year}`,
    megabytes: (found: string, limit: string) => `${found} MB เกินขีดจำกัด ${limit} MB`,
    encrypted: 'เข้ารหัสไว้',
    elements: (found: number, limit: number) => `${counted(found)} หน่วยย่อยขึ้นไป เกินขีดจำกัด ${counted(limit)}`,
    nested: (limit: number) => `ซ้อนกันลึกเกิน ${limit} ชั้น`,
    grid: (rows: number, columns: number, limit: number) =>
      `${counted(rows)} แถว × ${counted(columns)} คอลัมน์ เกินขีดจำกัด ${counted(limit)} ช่อง`,
    merges: (cells: number, limit: number) =>
      `ผสานช่องรวม ${counted(cells)} ช่องขึ้นไป เกินขีดจำกัด ${counted(limit)} ช่อง`,
    lines: (found: number, limit: number) => `${counted(found)} บรรทัดหรือแถวขึ้นไป เกินขีดจำกัด ${counted(limit)}`,
    columns: (limit: number) => `เกิน ${counted(limit)} ช่องในแถวเดียว`,
    characters: (limit: number) => `ข้อความเกิน ${counted(limit)} ตัวอักษร`,
    values: (limit: number) => `ข้อมูลเกิน ${counted(limit)} รายการ`,
    unclosedQuote: 'เครื่องหมายอัญประกาศไม่ปิด',
    fewCells: (found: number) => `แถวมี ${found} ช่อง`,
  },
  /** `where` is "file" or "file, place"; `what` is the detail, or empty. */
  refusals: {
    'import.not-a-report': (where: string) =>
      `${where}: ไม่พบประเด็นหรือตารางมาตรการของรายงาน โปรดเลือกไฟล์รายงานที่มีหัวข้อ “ประเด็นที่ …” และตารางห้าช่อง หรือตารางมาตรการที่มีช่องประเด็น`,
    'import.unknown-format': (where: string, what: string) =>
      `${where}: อ่านไฟล์ชนิดนี้ไม่ได้${what && ` (${what})`} โปรดบันทึกเป็น DOCX, XLSX, CSV หรือข้อความ UTF-8 แล้วนำเข้าใหม่`,
    'import.damaged-file': (where: string, what: string) =>
      `${where}: ไฟล์เสียหายหรือไม่ครบ${what && ` (${what})`} โปรดเปิดด้วยโปรแกรมต้นทาง บันทึกใหม่ แล้วนำเข้าใหม่`,
    'import.archive-bomb': (where: string, what: string) =>
      `${where}: ไม่เปิดไฟล์บีบอัดนี้เพราะอาจเป็นอันตราย${what && ` (${what})`} โปรดบันทึกเป็นไฟล์ใหม่จาก Word หรือ Excel`,
    'import.too-large': (where: string, what: string) =>
      `${where}: ไฟล์ใหญ่เกินไป${what && ` (${what})`} โปรดนำรูปภาพออกหรือแบ่งไฟล์ แล้วนำเข้าใหม่`,
    'import.table-too-large': (where: string, what: string) =>
      `${where}: ตารางใหญ่เกินไป${what && ` (${what})`} โปรดคงไว้เฉพาะตารางมาตรการ ลบแถวและคอลัมน์ที่เกินมา แล้วนำเข้าใหม่`,
    'import.unknown-encoding': (where: string, what: string) =>
      `${where}: อ่านรหัสอักษรของไฟล์ไม่ได้${what && ` (${what})`} โปรดบันทึกเป็น UTF-8 (หรือ TIS-620) แล้วนำเข้าใหม่`,
    'import.missing-column': (where: string, what: string) =>
      `${where}: ตารางขาดช่อง “${what}” โปรดเพิ่มช่องนี้ในหัวตาราง แล้วนำเข้าใหม่`,
    'import.extra-column': (where: string, what: string) =>
      `${where}: ตารางมีช่องที่ระบบไม่รองรับ “${what}” โปรดลบช่องนี้หรือเปลี่ยนหัวช่องให้ตรงกับห้าช่องของรายงาน แล้วนำเข้าใหม่`,
    'import.unknown-item': (where: string, what: string) =>
      `${where}: ไม่มีข้อ ${what} ในกรอบการประเมิน โปรดแก้เลขข้อ หรือนำเข้ากรอบ ITA ของปีนั้นก่อน`,
    'import.bad-year': (where: string, what: string) =>
      `${where}: อ่านปีงบประมาณไม่ได้${what && ` (${what})`} โปรดระบุเป็น “ประจำปีงบประมาณ พ.ศ. 2567” (หรือ 67 หรือ 2024) แล้วนำเข้าใหม่`,
    'import.bad-cycle': (where: string, what: string) =>
      `${where}: ข้อมูลไม่ตรงตามแบบ prongsai.cycle/1${what && ` (${what})`} โปรดแก้ค่าที่ตำแหน่งนี้ แล้วนำเข้าใหม่`,
  },
} as const
