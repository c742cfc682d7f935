import type { Answer } from '../../tests/support/asking.ts'
import { multipart, type SentFile, urlEncoded } from '../../tests/support/sent-form.ts'
import { askAsBrowser } from '../ground/browser.ts'
import { formsOf, type PageForm, pairsOf } from './forms.ts'
import { headersOf, type Who } from './who.ts'

/** How one person uses the site: opens a page, fills in a form that stands on it, and sends it as a browser would. */
export type Hand = Readonly<{
  who: Who
  get: (address: string, headers?: Readonly<Record<string, string>>) => Promise<Answer>
  send: (
    address: string,
    sent: Readonly<{ method?: string; headers?: Readonly<Record<string, string>>; body: Buffer | string }>,
  ) => Promise<Answer>
  /** The forms of a page. Throws where the page does not answer with 200. */
  forms: (address: string) => Promise<readonly PageForm[]>
  /** Sends a form with changes; as multipart where it is one. */
  submit: (
    form: PageForm,
    changes?: Readonly<Record<string, string>>,
    files?: readonly SentFile[],
  ) => Promise<Answer>
}>

/** `network`: the address that the person comes from, as our own proxy would tell it. */
export function handOf(who: Who, network: string): Hand {
  const own = { ...headersOf(who), 'X-Forwarded-For': network }
  const send: Hand['send'] = (address, { method = 'POST', headers = {}, body }) =>
    askAsBrowser({ ...who, address, method, headers: { ...own, ...headers }, body })
  const get: Hand['get'] = (address, headers = {}) =>
    askAsBrowser({ ...who, address, headers: { ...own, ...headers } })
  return {
    who,
    get,
    send,
    forms: async (address) => {
      const { status, body } = await get(address)
      if (status !== 200) throw new Error(`${address} answers ${status}`)
      return formsOf(body, address)
    },
    submit: (form, changes = {}, files = []) => {
      const pairs = pairsOf(form, changes)
      return send(form.action, form.isMultipart ? multipart(pairs, files) : urlEncoded(pairs))
    },
  }
}

/** The first form that has a field of that name, and of that value where one is given. */
export function formWith(forms: readonly PageForm[], name: string, value?: string): PageForm {
  const found = forms.find(({ method, fields }) =>
    fields.some(
      (field) =>
        method === 'post' &&
        field.name === name &&
        (value === undefined || field.value === value || field.choices.includes(value)),
    ),
  )
  if (!found) throw new Error(`no form has ${name}${value === undefined ? '' : `=${value}`}`)
  return found
}
