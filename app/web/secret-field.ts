/** Fields of what proves a person: never shown again, and never written down. A code of a unit is none, nor is a secretary. */
export const isSecretField = (name: string): boolean =>
  /password|secret(?!ar(?:y|ies))|token|^code$/i.test(name)
