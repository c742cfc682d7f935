/** Fields of what proves a person: never shown again, and never written down. A code of a unit is none. */
export const isSecretField = (name: string): boolean => /password|secret|token|^code$/i.test(name)
