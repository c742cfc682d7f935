import { html, raw } from 'hono/html'

/** Markup whose every inserted value has been escaped. */
export type Markup = ReturnType<typeof raw>

/** Tagged template that escapes every value except markup; nothing asynchronous is ever inserted. */
export const markup = html as unknown as (strings: TemplateStringsArray, ...values: unknown[]) => Markup

/** For markup made elsewhere by escaping code (the chart's SVG, a stylesheet of ours). Never for text of a person. */
export const trusted = (text: string): Markup => raw(text)

export const nothing = raw('')
