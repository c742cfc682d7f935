/** A sentence with its values put in place of `{name}`. */
export const filled = (sentence: string, values: Readonly<Record<string, string | number>>): string =>
  sentence.replace(/\{(\w+)\}/g, (whole, name: string) => String(values[name] ?? whole))

/** Words that a page hands to its script in `data-words`. */
export const wordsOf = <T>(element: HTMLElement): T => JSON.parse(element.dataset.words ?? '{}') as T

/** An element with what stands in it. Texts are texts, whoever wrote them. */
export function make<K extends keyof HTMLElementTagNameMap>(
  tag: K,
  attributes: Readonly<Record<string, string>> = {},
  ...inside: readonly (Node | string)[]
): HTMLElementTagNameMap[K] {
  const element = document.createElement(tag)
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value)
  element.append(...inside)
  return element
}
