import { parseDocument } from 'htmlparser2'
import type { Pairs } from '../../tests/support/sent-form.ts'

/** One thing of a form that is sent with it. `value` is what stands in it when the page is opened; null where it is not sent. */
export type FormField = Readonly<{
  name: string
  /** As in HTML: text, hidden, checkbox, radio, select, textarea, file, submit … */
  kind: string
  value: string | null
  /** What may be chosen: of a select; of a checkbox or radio its one value. */
  choices: readonly string[]
}>

export type PageForm = Readonly<{
  /** Where it is sent, as an address of the site. */
  action: string
  method: 'get' | 'post'
  isMultipart: boolean
  fields: readonly FormField[]
}>

type Node = ReturnType<typeof parseDocument>['children'][number]
type Element = Extract<Node, { attribs: unknown }>

const isElement = (node: Node): node is Element => 'attribs' in node

/** Every element of a page in the order in which they stand. */
export function elementsOf(html: string): readonly Element[] {
  const found: Element[] = []
  const visit = (nodes: readonly Node[]) => {
    for (const node of nodes) {
      if (isElement(node)) found.push(node)
      if ('children' in node) visit(node.children as Node[])
    }
  }
  visit(parseDocument(html).children)
  return found
}

const textOf = (node: Node): string =>
  'data' in node ? node.data : 'children' in node ? (node.children as Node[]).map(textOf).join('') : ''

const within = (node: Element): readonly Element[] =>
  (node.children as Node[]).filter(isElement).flatMap((child) => [child, ...within(child)])

const CONTROLS = new Set(['input', 'select', 'textarea', 'button'])

/** The forms of a page that was asked for at `address`, with what stands in them: what a browser would send. */
export function formsOf(html: string, address: string): readonly PageForm[] {
  const all = elementsOf(html)
  return all
    .filter(({ name }) => name === 'form')
    .map((form) => {
      const { id, action, method, enctype } = form.attribs
      const own = new Set(within(form))
      const controls = all.filter(
        (one) =>
          CONTROLS.has(one.name) &&
          (one.attribs.form === undefined ? own.has(one) : one.attribs.form === id) &&
          one.attribs.disabled === undefined,
      )
      return {
        action: resolve(action ?? '', address),
        method: method?.toLowerCase() === 'post' ? 'post' : 'get',
        isMultipart: enctype?.toLowerCase() === 'multipart/form-data',
        fields: controls.flatMap(fieldOf),
      } as const
    })
}

function resolve(action: string, address: string): string {
  const url = new URL(action, `http://site.invalid${address}`)
  return action === '' ? address : url.pathname + url.search
}

function fieldOf(control: Element): readonly FormField[] {
  const { name, type, value = '', checked } = control.attribs
  if (name === undefined || name === '') return []
  switch (control.name) {
    case 'textarea':
      return [{ name, kind: 'textarea', value: textOf(control), choices: [] }]
    case 'select': {
      const options = within(control).filter((one) => one.name === 'option')
      const sentOf = (option: Element) => option.attribs.value ?? textOf(option)
      const chosen = options.find((option) => option.attribs.selected !== undefined) ?? options[0]
      return [{ name, kind: 'select', value: chosen ? sentOf(chosen) : null, choices: options.map(sentOf) }]
    }
    case 'button':
      return type === 'button' || type === 'reset'
        ? []
        : [{ name, kind: 'submit', value: null, choices: [value] }]
    default: {
      const kind = type?.toLowerCase() ?? 'text'
      if (kind === 'checkbox' || kind === 'radio') {
        const sent = control.attribs.value ?? 'on'
        return [{ name, kind, value: checked === undefined ? null : sent, choices: [sent] }]
      }
      if (kind === 'submit') return [{ name, kind, value: null, choices: [value] }]
      if (kind === 'file') return [{ name, kind, value: null, choices: [] }]
      return [{ name, kind, value, choices: [] }]
    }
  }
}

/** What a browser sends of it when nothing is changed, with the button of that name and value where one is pressed. */
export function pairsOf({ fields }: PageForm, changes: Readonly<Record<string, string>> = {}): Pairs {
  const kept = fields.flatMap(({ name, value }) =>
    value === null || name in changes ? [] : [[name, value] as const],
  )
  return [...kept, ...Object.entries(changes)]
}
