import { schedulerConformance } from 'moloni-sdk/testing'
import { describe, expect, test } from 'vitest'
import { type Flaw, flawedScheduler } from './flawed-scheduler.ts'

/** The check that sees each flaw. */
const catches: readonly (readonly [flaw: Exclude<Flaw, 'none'>, check: string])[] = [
  ['the reason of a turn is empty', 'a key has a turn every interval, and is told so'],
  ['offsets are drawn anew', 'the offset of a key outlives a restart, and many keys are spread'],
  ['all keys have one offset', 'the offset of a key outlives a restart, and many keys are spread'],
  [
    'setting an interval again begins it anew',
    'an interval that is set again and again neither delays nor doubles the turns',
  ],
  [
    'setting an interval again adds another',
    'an interval that is set again and again neither delays nor doubles the turns',
  ],
  ['the first interval stays', 'an interval that is set again replaces the first'],
  ['turns that are missed are made up for', 'a turn that comes while the key runs is left out'],
  ['one key at a time', 'one that takes long does not stop the others'],
  ['a failure ends the turns', 'a failed run does not end the turns, and the pauses grow'],
  ['failures are tried as often as before', 'a failed run does not end the turns, and the pauses grow'],
  ['failures are never forgotten', 'a failed run does not end the turns, and the pauses grow'],
  ['any interval will do', 'an interval that is no time is refused'],
  ['cancel does nothing', 'cancel ends the turns of a key, and of no other'],
  ['cancel keeps what waits', 'cancel drops what waits, and what waits behind a run'],
  ['the reason of a trigger is lost', 'a trigger runs soon, with its reason, also without an interval'],
  ['each trigger that waits is a run', 'triggers that wait become one run'],
  [
    'each trigger behind a run is a run',
    'while a key runs, any number of triggers give exactly one more run after it',
  ],
  [
    'triggers behind a run are lost',
    'while a key runs, any number of triggers give exactly one more run after it',
  ],
  ['triggers behind a run that fails are lost', 'a trigger that comes while a run fails is not lost'],
  ['a failed key hears no trigger', 'a trigger runs a key that has failed'],
  ['runs of a key overlap', 'a key never runs twice at the same time, whoever asks'],
  ['keys are compared without case', 'a key may be any text'],
  ['long keys are refused', 'a key may be any text'],
  ['the signal is never aborted', 'stop aborts the signal and waits for the run; nothing runs afterwards'],
  ['stop does not wait', 'stop aborts the signal and waits for the run; nothing runs afterwards'],
  ['triggers run after stop', 'stop aborts the signal and waits for the run; nothing runs afterwards'],
  ['what stop cuts short is lost', 'a run that stop has cut short is run again by the next start'],
  ['what stop tells is run again', 'a run that ends well at stop is done'],
  ['what waits at stop is lost', 'what waits at stop is run by the next start, once'],
  ['intervals are lost at stop', 'intervals outlive a stop'],
]
const APART = 'what is asked through one handle runs through the other'

/** What breaks a rule does so at any speed; what keeps them all is given time. */
const suite = (flaw: Flaw) =>
  flaw === 'none'
    ? schedulerConformance(() => flawedScheduler(flaw), { intervalMs: 400 })
    : schedulerConformance(() => flawedScheduler(flaw), { intervalMs: 120, patienceMs: 4000 })

describe.concurrent('the suite sees that', { timeout: 60_000 }, () => {
  test.each(catches)('%s', async (flaw, check) => {
    const named = suite(flaw).find(({ name }) => name === check)
    await expect(named?.run() ?? Promise.resolve()).rejects.toThrow(/Not conformant|too long/)
  })

  test('two handles are two schedules', async () => {
    const apart = schedulerConformance(() => [flawedScheduler('none'), flawedScheduler('none')], {
      intervalMs: 120,
      patienceMs: 2000,
    })
    await expect(apart.find(({ name }) => name === APART)?.run()).rejects.toThrow(/Not conformant/)
  })
})

describe.concurrent('a plain scheduler without a flaw passes', { timeout: 60_000 }, () => {
  for (const { name, run } of suite('none')) test(name, run)
})

test('every check is the one that catches something', () => {
  const caught = new Set([...catches.map(([, check]) => check), APART])
  expect(suite('none').filter(({ name }) => !caught.has(name))).toEqual([])
})
