/** One line of doc for each setting, and what is said of a setting that cannot be read. */
export const configTh = {
  doc: {
    DATABASE_URL:
      'ที่อยู่ของเซิร์ฟเวอร์ PostgreSQL 15 ขึ้นไป เช่น postgres://user:password@host:5432/name หากไม่กำหนด โปรแกรมจะเปิด PostgreSQL ของตัวเองใต้ DATA_DIR',
    DB_POOL: 'จำนวนการเชื่อมต่อฐานข้อมูลสูงสุดของกระบวนการหนึ่ง',
    DATA_DIR: 'โฟลเดอร์ที่เก็บข้อมูลของโปรแกรม รวมทั้งฐานข้อมูลหากไม่กำหนด DATABASE_URL',
    AGENCY_CODE: 'รหัสของหน่วยงานที่โปรแกรมนี้ให้บริการ อักษรละตินตัวเล็ก ตัวเลข และขีดกลาง',
    HOST: 'ที่อยู่เครือข่ายที่เว็บไซต์รับการเชื่อมต่อ',
    PORT: 'หมายเลขพอร์ตที่เว็บไซต์รับการเชื่อมต่อ 0 หมายถึงพอร์ตใดก็ได้ที่ว่าง',
    ORIGIN: 'ที่อยู่สาธารณะของเว็บไซต์ เช่น https://ita.example.go.th หากไม่กำหนด จะใช้ http://localhost ตามด้วยพอร์ต',
    TRUST_PROXY: 'จำนวนพร็อกซีของหน่วยงานที่อยู่หน้าเว็บไซต์ ใช้หาที่อยู่ของผู้ใช้จาก X-Forwarded-For 0 หมายถึงไม่มี',
    SECRET_KEY:
      'กุญแจ 32 ไบต์แบบ base64 ที่ใช้ปิดผนึกความลับในฐานข้อมูล (สร้างด้วย openssl rand -base64 32) หากไม่กำหนด โปรแกรมจะสร้างไว้ใน DATA_DIR/secret.key หากเปิดโปรแกรมหลายชุด ต้องกำหนดให้ตรงกันทุกชุด',
    LOG_LEVEL: 'ความละเอียดของบันทึกการทำงาน',
    SMTP_URL:
      'ที่อยู่ของเซิร์ฟเวอร์อีเมล เช่น smtp://user:password@host:587 หรือ smtps://user:password@host หากไม่กำหนด โปรแกรมจะไม่ส่งอีเมล และเก็บข้อความไว้ให้ผู้ดูแลระบบอ่าน',
    MAIL_FROM: 'ผู้ส่งอีเมล เช่น โปร่งใส <ita@agency.go.th> ต้องกำหนดหากกำหนด SMTP_URL',
    PDF_TIMEOUT_SECONDS: 'เวลาสูงสุดในการจัดทำ PDF หนึ่งฉบับ เป็นวินาที',
    PDF_MEMORY_MB: 'หน่วยความจำสูงสุดของกระบวนการที่จัดทำ PDF เป็นเมกะไบต์',
    PDF_WORKERS: 'จำนวนกระบวนการที่จัดทำ PDF พร้อมกัน',
    UPLOAD_MAX_MB: 'ขนาดสูงสุดของไฟล์หลักฐานหนึ่งไฟล์ เป็นเมกะไบต์',
    FILES_S3_ENDPOINT:
      'ที่อยู่ของที่เก็บไฟล์แบบ S3 เช่น https://s3.example.go.th หากไม่กำหนด โปรแกรมจะเก็บไฟล์หลักฐานไว้ใน DATA_DIR/files',
    FILES_S3_BUCKET: 'ชื่อบักเก็ตที่เก็บไฟล์ ต้องกำหนดหากกำหนด FILES_S3_ENDPOINT',
    FILES_S3_REGION: 'ภูมิภาคของที่เก็บไฟล์แบบ S3',
    FILES_S3_KEY_ID: 'รหัสกุญแจ (access key) ของที่เก็บไฟล์แบบ S3 ต้องกำหนดหากกำหนด FILES_S3_ENDPOINT',
    FILES_S3_SECRET: 'กุญแจลับ (secret key) ของที่เก็บไฟล์แบบ S3 ต้องกำหนดหากกำหนด FILES_S3_ENDPOINT',
    CLAMAV:
      'ที่อยู่ของโปรแกรมตรวจมัลแวร์ ClamAV (clamd) เป็นเส้นทางของซ็อกเก็ต เช่น /run/clamav/clamd.ctl หรือ host:3310 หากไม่กำหนด ไฟล์หลักฐานจะแสดงว่ายังไม่ได้ตรวจมัลแวร์',
    PROTECTED_DATABASE_URL:
      'ที่อยู่ฐานข้อมูลเดียวกันด้วยบัญชีผู้ใช้แยกต่างหาก สำหรับช่องทางแจ้งเบาะแสเท่านั้น หากไม่กำหนด จะใช้บัญชีของ DATABASE_URL',
    PROTECTED_PEPPER:
      'กุญแจ 32 ไบต์แบบ base64 ของช่องทางแจ้งเบาะแส (สร้างด้วย openssl rand -base64 32) ห้ามเก็บในฐานข้อมูลหรือชุดสำรองเดียวกับฐานข้อมูล หากไม่กำหนด โปรแกรมจะสร้างไว้ใน DATA_DIR/protected/pepper.key หากเปิดโปรแกรมหลายชุด ต้องกำหนดให้ตรงกันทุกชุด',
    PROTECTED_UPLOAD_MAX_MB: 'ขนาดรวมสูงสุดของไฟล์ที่ส่งพร้อมการแจ้งเบาะแสหนึ่งครั้ง เป็นเมกะไบต์',
    PROTECTED_STAFF_NETWORKS:
      'เครือข่ายของหน่วยงาน คั่นด้วยจุลภาค เช่น 10.0.0.0/8, 2001:db8::/32 ผู้ที่เปิดหน้าแจ้งเบาะแสจากเครือข่ายเหล่านี้จะเห็นคำเตือน โดยไม่มีการบันทึก',
  },
  fault: {
    url: (name: string) => `${name} ต้องเป็นที่อยู่ที่ขึ้นต้นด้วย postgres:// หรือ postgresql://`,
    origin: (name: string) => `${name} ต้องเป็นที่อยู่เว็บ เช่น https://ita.example.go.th โดยไม่มีเส้นทางต่อท้าย`,
    integer: (name: string, least: string, most: string) => `${name} ต้องเป็นจำนวนเต็มตั้งแต่ ${least} ถึง ${most}`,
    choice: (name: string, choices: string) => `${name} ต้องเป็นค่าใดค่าหนึ่งต่อไปนี้: ${choices}`,
    code: (name: string) => `${name} ต้องเป็นอักษรละตินตัวเล็ก ตัวเลข หรือขีดกลาง ยาว 2 ถึง 40 ตัว`,
    smtpUrl: (name: string) => `${name} ต้องเป็นที่อยู่ที่ขึ้นต้นด้วย smtp:// หรือ smtps:// โดยไม่มีเส้นทางหรือพารามิเตอร์ต่อท้าย`,
    mailbox: (name: string) => `${name} ต้องเป็นที่อยู่อีเมล เช่น ita@agency.go.th หรือ โปร่งใส <ita@agency.go.th>`,
    missingWith: (name: string, other: string) => `${name} ต้องกำหนดด้วย เมื่อกำหนด ${other}`,
    socket: (name: string) => `${name} ต้องเป็นเส้นทางของซ็อกเก็ตที่ขึ้นต้นด้วย / หรือ host:port เช่น localhost:3310`,
    key: (name: string) => `${name} ต้องเป็นกุญแจ 32 ไบต์แบบ base64 สร้างได้ด้วย openssl rand -base64 32`,
    networks: (name: string) => `${name} ต้องเป็นเครือข่ายคั่นด้วยจุลภาค เช่น 10.0.0.0/8, 2001:db8::/32`,
    text: (name: string) => `${name} ต้องเป็นข้อความที่ไม่ว่าง`,
  },
} as const
