import { Plugin } from 'prosemirror-state'
import type { EditorView } from 'prosemirror-view'
import { schema } from './editor-schema.ts'
import { type EditorWords, say, speak } from './editor-words.ts'

type Offer = Readonly<{ codes: string; title: string | null; concept: string | null }>
type Token = Readonly<{ text: string; from: number; to: number }>
type Citing = Readonly<{
  address: string
  year: string
  words: EditorWords
  /** Tells what happened to who cannot see it. */
  announce: (sentence: string) => void
}>

const DIGIT = '[0-9\\u0e50-\\u0e59]'
// Thai letters may stand right before a code, for Thai writes no spaces; Latin ones and digits make it part of a word.
const TOKEN = new RegExp(
  `(?<![A-Za-z0-9\\u0e50-\\u0e59_@./:-])(?:[2\\u0e52][5\\u0e55]${DIGIT}{2}:)?(?:ind|[ieo])${DIGIT}{1,2}(?:[-\\u2013](?:[ieo]?${DIGIT}{1,2})?)?$`,
  'iu',
)
const LOOKED_BACK = 30

let lists = 0

/** Offers items to cite while their code is typed. Nothing is offered while an input method composes a letter. */
export function offers(citing: Citing): Plugin {
  return new Plugin({
    view: (view) => new OfferList(view, citing),
    props: {
      handleKeyDown: (view, event) => listOf.get(view)?.answerKey(event) ?? false,
      handleDOMEvents: {
        blur: (view) => {
          listOf.get(view)?.close()
        },
      },
    },
  })
}

const listOf = new WeakMap<EditorView, OfferList>()

class OfferList {
  private readonly list = document.createElement('ul')
  /** Stands where the list would, when there is nothing to offer: else a code that is not known looks like one that is cited. */
  private readonly nothing = document.createElement('p')
  private readonly known = new Map<string, readonly Offer[]>()
  private readonly view: EditorView
  private readonly citing: Citing
  private token: Token | null = null
  /** What was closed by Escape is not offered again. */
  private dismissed: string | null = null
  private shown: readonly Offer[] = []
  private chosen = 0
  private asked: AbortController | null = null

  constructor(view: EditorView, citing: Citing) {
    this.view = view
    this.citing = citing
    lists += 1
    this.list.id = `offers-${lists}`
    this.list.className = 'citation-offers'
    this.list.hidden = true
    this.list.setAttribute('role', 'listbox')
    this.list.setAttribute('aria-label', citing.words.offers)
    // The editor keeps the focus, so that the text goes on where it stands.
    this.list.addEventListener('mousedown', (event) => event.preventDefault())
    this.list.addEventListener('click', (event) => this.accept(this.optionAt(event.target)))
    this.nothing.className = 'citation-offers small'
    this.nothing.hidden = true
    // It is announced as well.
    this.nothing.setAttribute('aria-hidden', 'true')
    view.dom.parentElement?.append(this.list, this.nothing)
    view.dom.setAttribute('aria-controls', this.list.id)
    view.dom.setAttribute('aria-autocomplete', 'list')
    listOf.set(view, this)
  }

  update(): void {
    const token = this.view.composing ? null : tokenBefore(this.view)
    if (token?.text === this.token?.text && token?.from === this.token?.from) return
    this.token = token
    if (token === null) this.dismissed = null
    if (token === null || token.text === this.dismissed) this.close()
    else void this.ask(token.text)
  }

  destroy(): void {
    this.asked?.abort()
    this.list.remove()
    this.nothing.remove()
  }

  close(): void {
    this.asked?.abort()
    this.shown = []
    this.list.hidden = true
    this.nothing.hidden = true
    this.view.dom.removeAttribute('aria-activedescendant')
  }

  answerKey(event: KeyboardEvent): boolean {
    if (this.list.hidden || event.isComposing || event.ctrlKey || event.metaKey || event.altKey) return false
    switch (event.key) {
      case 'ArrowDown':
      case 'ArrowUp':
        this.choose(this.chosen + (event.key === 'ArrowDown' ? 1 : -1))
        return true
      case 'Enter':
      case 'Tab':
        if (event.shiftKey) return false
        this.accept(this.chosen)
        return true
      case 'Escape':
        this.dismissed = this.token?.text ?? null
        this.close()
        return true
      default:
        return false
    }
  }

  private async ask(text: string): Promise<void> {
    const { address, year, words, announce } = this.citing
    this.asked?.abort()
    const asked = new AbortController()
    this.asked = asked
    try {
      const known = this.known.get(text)
      if (!known) {
        const query = new URLSearchParams({ year, q: text })
        const answer = await fetch(`${address}?${query}`, {
          signal: asked.signal,
          headers: { accept: 'application/json' },
        })
        if (!answer.ok) throw new Error(`${answer.status}`)
        this.known.set(text, ((await answer.json()) as { offers: Offer[] }).offers)
      }
      if (this.token?.text === text) this.show(this.known.get(text) ?? [], text)
    } catch {
      if (asked.signal.aborted) return
      this.close()
      announce(words.failed)
    }
  }

  private show(offered: readonly Offer[], text: string): void {
    const { words, year, announce } = this.citing
    if (offered.length === 0) {
      this.close()
      const sentence = say(words.none, text, /^[\d\u0e50-\u0e59]{4}(?=:)/u.exec(text)?.[0] ?? year)
      this.nothing.textContent = sentence
      this.nothing.hidden = false
      this.place(this.nothing)
      announce(sentence)
      return
    }
    this.shown = offered
    this.list.replaceChildren(...offered.map((offer, at) => this.optionOf(offer, at)))
    this.nothing.hidden = true
    this.list.hidden = false
    this.place(this.list)
    this.choose(0)
    announce(say(words.offered, String(offered.length)))
  }

  private optionOf({ codes, title, concept }: Offer, at: number): HTMLElement {
    const option = document.createElement('li')
    option.id = `${this.list.id}-${at}`
    option.setAttribute('role', 'option')
    const name = document.createElement('span')
    name.className = 'code'
    name.textContent = codes.includes(':') ? codes : `${this.citing.year}:${codes}`
    const what = document.createElement('span')
    speak(what, title ?? '')
    option.append(name, ' ', what)
    if (concept !== null && concept !== title) {
      const about = document.createElement('span')
      about.className = 'small muted'
      speak(about, concept)
      option.append(' ', about)
    }
    return option
  }

  private optionAt(target: EventTarget | null): number {
    const option = target instanceof Element ? target.closest('[role="option"]') : null
    return option ? [...this.list.children].indexOf(option) : -1
  }

  private choose(at: number): void {
    this.chosen = (at + this.shown.length) % this.shown.length
    for (const [index, option] of [...this.list.children].entries())
      option.setAttribute('aria-selected', String(index === this.chosen))
    const option = this.list.children[this.chosen]
    option?.scrollIntoView({ block: 'nearest' })
    if (option) this.view.dom.setAttribute('aria-activedescendant', option.id)
  }

  private accept(at: number): void {
    const offer = this.shown[at]
    if (!offer || !this.token) return
    const { from, to } = this.token
    const { state } = this.view
    const strong = schema.marks.strong.isInSet(state.storedMarks ?? state.selection.$from.marks())
    const citation = schema.nodes.citation.create(
      { codes: offer.codes, text: offer.codes },
      null,
      strong ? [strong] : [],
    )
    this.close()
    this.view.dispatch(state.tr.replaceWith(from, to, citation).scrollIntoView())
    this.view.focus()
    this.citing.announce(say(this.citing.words.cited, offer.codes))
  }

  private place(shown: HTMLElement): void {
    const around = this.view.dom.parentElement?.getBoundingClientRect()
    if (!around || !this.token) return
    const at = this.view.coordsAtPos(this.token.from)
    const { offsetHeight } = shown
    // Above the line where there is no room below it.
    const isAbove = at.bottom + offsetHeight > window.innerHeight && at.top > offsetHeight
    const top = isAbove ? at.top - offsetHeight - 4 : at.bottom + 4
    shown.style.top = `${top - around.top}px`
    shown.style.left = `${Math.max(0, Math.min(at.left - around.left, around.width - shown.offsetWidth))}px`
  }
}

/** The code that ends where the cursor stands; null where there is none. */
function tokenBefore({ state }: EditorView): Token | null {
  const { $from, empty } = state.selection
  if (!empty || !$from.parent.isTextblock) return null
  const start = Math.max(0, $from.parentOffset - LOOKED_BACK)
  // A citation counts one, as it does for positions.
  const before = $from.parent.textBetween(start, $from.parentOffset, undefined, '\ufffc')
  const text = TOKEN.exec(before)?.[0]
  return text === undefined ? null : { text, from: $from.pos - text.length, to: $from.pos }
}
