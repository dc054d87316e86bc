import { ACCOUNTS } from './accounts/index.ts'
import { faultOf } from './faults/index.ts'
import { HOSTS } from './hosts/index.ts'
import { type Outcome, play } from './play.ts'
import type { Spec } from './spec.ts'
import { subjectOf } from './subjects/index.ts'
import { type Counted, counted, hung } from './tally.ts'
import { prepareTemplate, type Template } from './template.ts'
import type { Twin } from './twin.ts'

/** Plays runs, each in a world of its own; what they have in common is prepared once. */
export interface Player {
  play(spec: Spec): Promise<Outcome>
  /** The same as what it counts for; a run that never ends counts as stuck. */
  count(spec: Spec): Promise<Counted>
}

/** A run takes less than a second; a machine may be busy. */
const HUNG_MS = 120_000

export function createPlayer(twin?: Twin): Player {
  const templates = new Map<string, Promise<Template>>()

  function templateOf(
    { platform, subject: name, host = 'memory' }: Spec,
    variant: 'usual' | 'unproven',
  ): Promise<Template> {
    const key = `${platform}/${host}/${name}/${variant}`
    const open = ACCOUNTS[platform]
    if (!open) throw new RangeError(`There is no emulated Moloni "${platform}".`)
    const subject = subjectOf(name)
    const template =
      templates.get(key) ??
      prepareTemplate({
        open,
        host: HOSTS[host],
        settings: (account) => subject.settings(account),
        before: (scene) => subject.before(scene, variant),
      })
    templates.set(key, template)
    return template
  }

  async function playOne(spec: Spec): Promise<Outcome> {
    const fault = faultOf(spec.fault)
    const template = await templateOf(spec, fault.variant ?? 'usual')
    return play({ spec, fault, subject: subjectOf(spec.subject), template, twin })
  }

  return {
    play: playOne,
    async count(spec) {
      let timer: ReturnType<typeof setTimeout> | undefined
      const late = new Promise<Counted>((resolve) => {
        timer = setTimeout(() => resolve(hung(spec)), HUNG_MS)
      })
      return Promise.race([playOne(spec).then(counted), late]).finally(() => clearTimeout(timer))
    },
  }
}
