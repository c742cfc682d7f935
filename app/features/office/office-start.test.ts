import { describe, expect, it } from 'vitest'
import { firstSteps, type StartFacts, tasksFor } from './office-start.domain.ts'

const settled: StartFacts = {
  isNamed: true,
  units: 3,
  coordinators: 1,
  unitOwners: 2,
  reports: 1,
  isMailOn: true,
  waitingMail: 0,
  mayKeepMail: true,
  mayStartAgency: true,
  hasSecondFactor: true,
  endingRoles: [],
  resolutionTasks: { open: 0, late: 0 },
  failingAddresses: 0,
  operation: { all: 0, late: 0 },
}

describe('the first steps of an agency', () => {
  it('are shown with what is done until all is, to who sets the agency up', () => {
    expect(firstSteps(settled)).toEqual([])
    const steps = firstSteps({ ...settled, coordinators: 0, reports: 0 })
    expect(steps.map(({ name, isDone }) => [name, isDone])).toEqual([
      ['agency', true],
      ['units', true],
      ['coordinator', false],
      ['owners', true],
      ['report', false],
    ])
    expect(firstSteps({ ...settled, coordinators: 0, mayStartAgency: false })).toEqual([])
  })
})

describe('what waits for a person', () => {
  const names = (facts: Partial<StartFacts>) => tasksFor({ ...settled, ...facts }).map(({ name }) => name)

  it('is nothing where all is well', () => {
    expect(names({})).toEqual([])
  })

  it('is first of all what an assessor would give 0', () => {
    expect(names({ failingAddresses: 2, hasSecondFactor: false })).toEqual([
      'failingAddresses',
      'secondFactor',
    ])
  })

  it('is what the program needs somebody for, to who administers it', () => {
    expect(tasksFor({ ...settled, operation: { all: 3, late: 1 } })).toEqual([
      { name: 'operation', part: 'operation', count: 3, late: 1 },
    ])
  })

  it('is the mail, to who keeps it: that it is off, or that some of it failed', () => {
    expect(tasksFor({ ...settled, isMailOn: false, waitingMail: 2 })).toEqual([
      { name: 'mailOff', part: 'mail', count: 2 },
    ])
    expect(names({ isMailOn: false })).toEqual(['mailOff'])
    expect(names({ waitingMail: 1 })).toEqual(['mailFailed'])
    expect(names({ isMailOn: false, waitingMail: 0, mayKeepMail: false })).toEqual([])
  })

  it('is first of all what resolutions ask of them', () => {
    expect(tasksFor({ ...settled, waitingMail: 1, resolutionTasks: { open: 3, late: 1 } })).toEqual([
      { name: 'resolutionTasks', part: 'resolution-tasks', count: 3, late: 1 },
      { name: 'mailFailed', part: 'mail', count: 1 },
    ])
  })

  it('is a role that ends soon, and a second factor that is advisable', () => {
    const endingRoles = [{ role: 'approver', unitName: null, lastDay: '2024-10-05' }] as const
    expect(names({ hasSecondFactor: false, endingRoles })).toEqual(['roleEnds', 'secondFactor'])
  })
})
