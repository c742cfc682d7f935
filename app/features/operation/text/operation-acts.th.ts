export const operationActsTh = {
  'operation.read': 'ดูสถานะการทำงานของระบบ',
} as const
