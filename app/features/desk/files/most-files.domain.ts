/** The most files that come with one message. */
export const MOST_FILES = 5
