/** Words of the editor, which the page hands over in its language. */
export type EditorWords = Readonly<
  Record<
    | 'tools'
    | 'bold'
    | 'bullets'
    | 'numbers'
    | 'undo'
    | 'redo'
    | 'offers'
    | 'offered'
    | 'none'
    | 'failed'
    | 'cited'
    | 'hint',
    string
  >
>

/** Words of a report are in Thai, on an English page too: a screen reader is told. */
export function speak(element: HTMLElement, words: string): void {
  element.textContent = words
  if (THAI.test(words)) element.lang = 'th'
}
export const THAI = /[\u0e01-\u0e5b]/u

/** A sentence with $1 and $2 put in. */
export const say = (sentence: string, ...parts: readonly string[]): string =>
  sentence.replace(/\$([1-9])/g, (_, at: string) => parts[Number(at) - 1] ?? '')
