/** Words by which the example's outcomes are told apart, and those of its criteria that its data file leaves out. */
export const exampleWords = {
  absence: 'ไม่มีเรื่องร้องเรียน',
  completion: 'ครบทุกกิจกรรม',
  scoring: 'ระดับคะแนน',
  points: (score: number) => `${score} คะแนน:`,
} as const
