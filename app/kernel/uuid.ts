const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/

/** Whether a text that came with a request is an identifier as ours are written; the database takes no other. */
export const isUuid = (text: string): boolean => UUID.test(text)
