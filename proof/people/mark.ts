/** An element, an attribute, a header and a formula of this name are made by nobody but who sends them here. */
export const MARK = 'mrkz'

/** Text of one agency that must never be met at another: its name stands in it. */
export const markOf = (agency: string): string => `${MARK}agency${agency}`
