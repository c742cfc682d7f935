/** What is counted of the matters of a row, in the order of its columns. */
export const PUBLIC_FIGURES = [
  'received',
  'done',
  'inProgress',
  'answeredInTime',
  'answeredLate',
  'overdue',
] as const
