import { multipart, urlEncoded } from '../../tests/support/sent-form.ts'
import type { Random } from '../ground/random.ts'
import type { FormField, PageForm } from '../people/forms.ts'
import type { Ground, SeenForm } from '../people/seen-site.ts'
import type { Who } from '../people/who.ts'
import { agencyOf, type Draft } from './draft.ts'
import { aText } from './hostile-texts.ts'

/** What ends the visit of who sends it, or moves an agency to another host name, is left to other tests. */
export const LEFT_OUT = /\/sign-out$|\/account\/sessions|\/office\/people\/|\/sign-in\/link/
const LEFT_AS_IT_IS = new Set(['hostName', 'hostConfirmed'])

export function formRequest(random: Random, ground: Ground): Draft & { who: Who } {
  const { who, form } = pickForm(random, ground, ({ method }) => method === 'post' || random.chance(0.1))
  const pairs = mutated(random, form, ground, who)
  const sender = random.chance(0.08) ? random.pick(ground.people) : who
  if (form.method === 'get') {
    const query = new URLSearchParams(
      pairs.map(([name, value]) => [name, value.toWellFormed().slice(0, 2_000)]),
    )
    return { family: 'form', who: sender, method: 'GET', path: `${form.action.split('?')[0]}?${query}` }
  }
  const sent = form.isMultipart
    ? multipart(pairs, [])
    : urlEncoded(pairs.map(([name, value]) => [name, value.toWellFormed()] as const))
  return {
    family: 'form',
    who: sender,
    method: 'POST',
    path: form.action,
    headers: Object.entries(sent.headers),
    body: sent.body,
  }
}

/** Some form of those that are wanted. */
export function pickForm(random: Random, { forms }: Ground, isWanted: (form: PageForm) => boolean): SeenForm {
  for (;;) {
    const seen = random.pick(forms)
    if (isWanted(seen.form) && !LEFT_OUT.test(seen.form.action)) return seen
  }
}

/** What a browser would send, with up to four things done to it. */
export function mutated(
  random: Random,
  form: PageForm,
  ground: Ground,
  who: Who,
): readonly (readonly [string, string])[] {
  const pairs = form.fields.flatMap((field): (readonly [string, string])[] => {
    if (field.kind === 'submit') return []
    if (field.value !== null) return [[field.name, field.value]]
    return field.choices.length > 0 && random.chance(0.4) ? [[field.name, random.pick(field.choices)]] : []
  })
  const buttons = form.fields.filter(({ kind }) => kind === 'submit')
  if (buttons.length > 0) {
    const button = random.pick(buttons)
    pairs.push([button.name, button.choices[0] ?? ''])
  }
  const changeable = form.fields.filter(({ name }) => !LEFT_AS_IT_IS.has(name))
  for (let times = random.below(5); times > 0 && changeable.length > 0; times -= 1)
    mutate(random, pairs, random.pick(changeable), { ground, who })
  return pairs
}

type Around = Readonly<{ ground: Ground; who: Who }>

function mutate(
  random: Random,
  pairs: (readonly [string, string])[],
  field: FormField,
  { ground, who }: Around,
): void {
  const at = pairs.findIndex(([name]) => name === field.name)
  const set = (value: string) => {
    if (at < 0) pairs.push([field.name, value])
    else pairs[at] = [field.name, value]
  }
  switch (random.below(8)) {
    case 0:
      if (at >= 0) pairs.splice(at, 1)
      return
    case 1:
      pairs.push([field.name, aText(random, agencyOf(who))])
      return
    case 2:
      if (field.choices.length > 0) set(random.pick(field.choices))
      return
    case 3:
      set(anId(random, ground))
      return
    case 4:
      pairs.push([
        random.pick([
          `${field.name}[]`,
          `${field.name}[0]`,
          `${field.name}.x`,
          '__proto__',
          'constructor',
          `${field.name}\u0000`,
          'act',
        ]),
        aText(random, agencyOf(who)),
      ])
      return
    default:
      set(aText(random, agencyOf(who)))
  }
}

/** An identifier that some agency has, or nobody. */
function anId(random: Random, { values }: Ground): string {
  const all = [...values.values()].flatMap((hosts) => [...hosts.values()].flat())
  return decodeURIComponent(random.pick(all))
}
