import type { ChainKind } from '../matter.domain.ts'

/** By which words of their names bodies are known that stand in the usual chain of a kind, in its order. */
export const USUAL_CHAIN: Readonly<Record<ChainKind, readonly string[]>> = {
  measures: ['ฝ่ายบริหาร'],
  report: ['คณะทำงาน', 'ฝ่ายบริหาร'],
  document: ['ฝ่ายบริหาร'],
  page: [],
  disclosure: [],
}
