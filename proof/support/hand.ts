import { type Answer, ask } from './ask.ts'
import { headersOf, type Who } from './crawl.ts'
import { formsOf, multipart, type PageForm, pairsOf, type SentFile, urlEncoded } from './forms.ts'

/** How one person uses the site: opens a page, fills in a form that stands on it, and sends it as a browser would. */
export type Hand = Readonly<{
  who: Who
  get: (path: string, headers?: Readonly<Record<string, string>>) => Promise<Answer>
  send: (
    path: string,
    sent: Readonly<{ method?: string; headers?: Readonly<Record<string, string>>; body: Buffer | string }>,
  ) => Promise<Answer>
  /** The forms of a page. Throws where the page does not answer with 200. */
  forms: (path: string) => Promise<readonly PageForm[]>
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
  const send: Hand['send'] = (path, { method = 'POST', headers = {}, body }) =>
    ask({ ...who, path, method, headers: { ...own, ...headers }, body })
  const get: Hand['get'] = (path, headers = {}) => ask({ ...who, path, headers: { ...own, ...headers } })
  return {
    who,
    get,
    send,
    forms: async (path) => {
      const { status, body } = await get(path)
      if (status !== 200) throw new Error(`${path} answers ${status}`)
      return formsOf(body.toString('utf8'), path)
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
