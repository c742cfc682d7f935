const LONGEST_TEXT = 20_000

/** Whether a text is longer than a report could print it: 20,000 characters. */
export const isTooLong = (text: string): boolean => text.length > LONGEST_TEXT
