import { type Catalogue, canonicalRef } from '../../app/features/catalogue/index.ts'
import { checkableItems, hasRule, judge, ruleOf } from '../../app/features/reports/index.server.ts'
import { findFindings, type Verdict } from '../../app/features/reports/index.ts'
import { codeOf, type ItemRef, parseItemRef, yearOf } from '../../app/kernel/item-ref.ts'
import type { Command } from '../command.ts'
import { BadInput, EXIT, type Terminal } from '../terminal.ts'
import { catalogueOf } from './catalogue.ts'
import { readCycle } from './read-cycle.ts'

/** `prongsai check --url ADDRESS`, or `prongsai check FILE --item 2568:O28`: the verdict with reasons, and the points to check. Exit 1 when it is 0. */
export const check: Command = async (terminal, args) => {
  if (args.url !== undefined) {
    // Loaded when an address is asked: what opens it is much, and no other check needs it.
    const { checkAddress } = await import('./check-address.ts')
    return checkAddress(terminal, args, args.url)
  }
  const catalogue = await catalogueOf(terminal, args)
  const item = itemOf(terminal, args.item, catalogue)
  const { cycle, suspectedFaults } = await readCycle(terminal, args, catalogue)
  const verdict = judge(cycle, item)
  if (!verdict) throw new BadInput(terminal.text.noRule(item, checkableItems().join(', ')))
  const findings = findFindings({ cycle, catalogue, suspectedFaults, rule: ruleOf(item) })
  const { lang } = terminal
  if (terminal.json) {
    const elements = verdict.elements.map(({ reason, remedy, ...element }) => ({
      ...element,
      reason: reason[lang],
      remedy: remedy?.[lang] ?? null,
    }))
    terminal.print(
      JSON.stringify({
        item,
        score: verdict.score,
        elements,
        findings: findings.map(({ code, where, evidence, message }) => ({
          code,
          where: where[lang],
          evidence,
          th: message.th,
          en: message.en,
        })),
      }),
    )
  } else {
    printVerdict(terminal, verdict)
    terminal.print(`\n${terminal.text.findings(findings.length)}`)
    for (const finding of findings)
      terminal.print(`  [${finding.code}] ${finding.where[lang]}: ${finding.message[lang]}`)
  }
  return verdict.score === 100 ? EXIT.done : EXIT.saidNo
}

function itemOf(terminal: Terminal, written: string | undefined, catalogue: Catalogue): ItemRef {
  const { text } = terminal
  if (written === undefined) throw new BadInput(text.missingItem)
  const parsed = parseItemRef(written)
  if (!parsed)
    throw new BadInput(/^[ieo]\d+$/i.test(written) ? text.bareItem(written) : text.unknownItem(written))
  const item = canonicalRef(catalogue, yearOf(parsed), codeOf(parsed))
  if (!item) throw new BadInput(text.unknownItem(written))
  if (!hasRule(item)) throw new BadInput(text.noRule(item, checkableItems().join(', ')))
  return item
}

function printVerdict({ print, text, lang }: Terminal, verdict: Verdict) {
  print(text.verdict(verdict.item, verdict.score))
  for (const element of verdict.elements) {
    const mark = element.passes ? '✓' : '✗'
    print(`  ${mark} ${text.verdictElement(element.issue, element.measure)}: ${element.reason[lang]}`)
    if (element.remedy) print(`      → ${element.remedy[lang]}`)
  }
}
