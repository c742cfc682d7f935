/** Matters that this room knows by itself. */
export const ownMattersTh = {
  document: { title: 'ชื่อเอกสาร', fileName: 'ชื่อไฟล์', sha256: 'ค่าแฮชของไฟล์ (SHA-256)', size: 'ขนาด (ไบต์)' },
  withdrawal: (kind: string, key: string, version: number) => `ถอนการเผยแพร่${kind} ${key} ฉบับที่ ${version}`,
  withdrawn: { kind: 'ประเภท', key: 'เรื่อง', version: 'ฉบับที่', contentHash: 'ค่าแฮชของเนื้อหา' },
} as const
