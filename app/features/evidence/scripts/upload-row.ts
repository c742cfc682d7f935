import { sizeText } from '../../../kernel/file-size.ts'
import { filled, make } from './page-words.ts'
import { hashOf, type Sending, sendFile } from './sending.ts'
import type { EvidenceOffer, UploadWords } from './upload-words.ts'

export type RowState =
  | 'waiting'
  | 'checking'
  | 'asking'
  | 'sending'
  | 'paused'
  | 'broken'
  | 'done'
  | 'failed'
  | 'gone'

export type RowSurroundings = Readonly<{
  endpoint: string
  /** Where it is asked whether a file is there already; null: not asked. */
  offers: string | null
  lang: string
  /** Where somebody signs in again. */
  signIn: string
  /** Address of a piece of evidence, before its identifier. */
  pieces: string
  words: UploadWords
  fields: () => Readonly<Record<string, string>>
  /** Whether evidence that is there already may be used in place of the file. */
  mayUse: boolean
  /** Read out by a screen reader. */
  say: (sentence: string) => void
  changed: () => void
}>

/** A file that was chosen, as a line of the list, from the choice to its end. */
export class UploadRow {
  readonly element: HTMLLIElement
  state: RowState = 'waiting'
  evidenceId: string | null = null
  readonly #file: File
  readonly #around: RowSurroundings
  readonly #bar = make('progress', { max: '100', value: '0' })
  readonly #status = make('span', { class: 'upload-status' })
  readonly #buttons = make('span', { class: 'actions' })
  #sending: Sending | null = null
  #percent = 0

  constructor(file: File, around: RowSurroundings) {
    this.#file = file
    this.#around = around
    this.#bar.setAttribute('aria-label', file.name)
    this.element = make(
      'li',
      { class: 'upload-row' },
      make('span', { class: 'upload-name' }, make('strong', {}, file.name), ` ${sizeText(file.size)}`),
      this.#bar,
      this.#status,
      this.#buttons,
    )
    this.#show('waiting', this.#words.waiting, [this.#cancelButton()])
  }

  get #words(): UploadWords {
    return this.#around.words
  }

  /** Begins, when its turn has come. */
  async begin(): Promise<void> {
    const known = await this.#known()
    if (this.state === 'gone') return
    if (known) this.#ask(known)
    else this.#send()
  }

  /** Goes on after a connection came back. */
  goOn(): void {
    if (this.state === 'broken' || this.state === 'paused') this.#send()
  }

  async #known(): Promise<EvidenceOffer | null> {
    const { offers } = this.#around
    if (offers === null) return null
    this.#show('checking', this.#words.checking, [this.#cancelButton()])
    const hash = await hashOf(this.#file)
    if (hash === null) return null
    const answer = await fetch(`${offers}?sha256=${hash}`).catch(() => null)
    if (!answer?.ok) return null
    const { items } = (await answer.json().catch(() => ({ items: [] }))) as { items: EvidenceOffer[] }
    return items[0] ?? null
  }

  #ask(known: EvidenceOffer): void {
    const link = make('a', { href: known.address, target: '_blank' }, known.title)
    const [before = '', after = ''] = this.#words.known.split('{title}')
    const use = () => {
      this.evidenceId = known.id
      this.#end('done', this.#words.used)
    }
    this.#show('asking', make('span', {}, before, link, after), [
      ...(this.#around.mayUse ? [this.#button(this.#words.useKnown, use)] : []),
      this.#button(this.#words.sendAnyway, () => this.#send()),
      this.#cancelButton(),
    ])
    this.#around.say(filled(this.#words.known, { title: known.title }))
  }

  #send(): void {
    this.#sending ??= sendFile(
      this.#file,
      { endpoint: this.#around.endpoint, lang: this.#around.lang, fields: this.#around.fields() },
      {
        progress: (sent) => this.#progress(sent),
        resumed: () => this.#around.say(this.#words.resumed),
        done: (evidenceId) => {
          this.evidenceId = evidenceId
          this.#end('done', this.#words.done)
          this.#around.say(filled(this.#words.saidDone, { name: this.#file.name }))
        },
        broken: () =>
          this.#show('broken', filled(this.#words.broken, { percent: this.#percent }), [
            this.#button(this.#words.goOn, () => this.#send()),
            this.#cancelButton(),
          ]),
        signedOut: () => {
          const link = make('a', { href: this.#around.signIn, target: '_blank' }, this.#words.signIn)
          this.#show('broken', link, [
            this.#button(this.#words.goOn, () => this.#send()),
            this.#cancelButton(),
          ])
          this.#around.say(this.#words.signIn)
        },
        refused: (reason) => this.#fail(reason),
      },
    )
    this.#progress(null)
    this.#sending.start()
  }

  #progress(sent: number | null): void {
    if (this.state === 'paused' && sent !== null) return
    if (sent !== null) this.#percent = Math.floor((sent / this.#file.size) * 100)
    const values = {
      percent: this.#percent,
      sent: sizeText(sent ?? (this.#percent / 100) * this.#file.size),
      size: sizeText(this.#file.size),
    }
    this.#bar.value = this.#percent
    const isWhole = sent !== null && sent >= this.#file.size
    const sentence = isWhole ? this.#words.storing : filled(this.#words.sending, values)
    // The buttons stay while the figures run, so that who is about to press one does not lose it.
    if (this.state === 'sending') this.#status.textContent = sentence
    else
      this.#show('sending', sentence, [
        this.#button(this.#words.pause, () => this.#pause()),
        this.#cancelButton(),
      ])
  }

  #pause(): void {
    this.#sending?.pause()
    this.#show('paused', filled(this.#words.paused, { percent: this.#percent }), [
      this.#button(this.#words.goOn, () => this.#send()),
      this.#cancelButton(),
    ])
  }

  #fail(reason: string | null): void {
    const why = reason ?? this.#words.failedUnknown
    this.#sending = null
    this.#bar.hidden = true
    this.#show('failed', filled(this.#words.failed, { reason: why }), [
      this.#button(this.#words.again, () => {
        this.#bar.hidden = false
        this.#send()
      }),
      this.#cancelButton(),
    ])
    this.#around.say(filled(this.#words.saidFailed, { name: this.#file.name, reason: why }))
  }

  #end(state: 'done', sentence: string): void {
    this.#bar.value = 100
    this.#bar.hidden = true
    const address = this.#around.pieces + this.evidenceId
    this.#show(state, sentence, [make('a', { href: address }, this.#words.open)])
  }

  #cancelButton(): HTMLButtonElement {
    return this.#button(this.#words.cancel, () => {
      this.#sending?.cancel()
      this.state = 'gone'
      this.element.remove()
      this.#around.say(this.#words.cancelled)
      this.#around.changed()
    })
  }

  #button(act: string, press: () => void): HTMLButtonElement {
    const label = filled(this.#words.ofFile, { act, name: this.#file.name })
    const button = make('button', { type: 'button', class: 'button small', 'aria-label': label }, act)
    button.addEventListener('click', press)
    return button
  }

  #show(state: RowState, status: string | Node, buttons: readonly HTMLElement[]): void {
    this.state = state
    this.element.dataset.state = state
    this.#status.replaceChildren(status)
    const hadFocus = this.#buttons.contains(document.activeElement)
    this.#buttons.replaceChildren(...buttons)
    if (hadFocus) buttons[0]?.focus()
    this.#around.changed()
  }
}
