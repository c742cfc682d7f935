import type { TableCell } from '../report.domain.ts'

export const textCell = (text: string): TableCell => ({ text, align: 'start' })
export const headCell = (text: string): TableCell => ({ text, align: 'start', strong: true })
export const countCell = (count: number): TableCell => ({ text: String(count), align: 'end' })
export const centerCell = (text: string): TableCell => ({ text, align: 'center' })
