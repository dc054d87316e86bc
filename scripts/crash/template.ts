import type { SettingsInput } from '../../src/domain/index.ts'
import { fakeClock } from '../../test/support/fake-clock.ts'
import type { Account, OpenAccount } from './account.ts'
import type { HostSide, HostWorld } from './host-side.ts'
import { logIn, openScene, type Scene, type SceneOptions } from './scene.ts'

const START = Date.parse('2026-03-02T09:00:00Z')
/** An emulator remembers every request: after so many worlds another one is opened. */
const USES = 100
const CONNECTION = 'crash'

/** How a world stands before the run that is to be broken. */
export interface TemplateOptions {
  readonly open: OpenAccount
  readonly host: (world: HostWorld) => HostSide
  readonly settings: (account: Account) => SettingsInput
  /** What has happened before. */
  readonly before: (scene: Scene) => Promise<void>
}

export interface Template {
  scene(options: Pick<SceneOptions, 'seed' | 'hangs' | 'leaseless' | 'twin'>): Promise<Scene>
}

/** Connects once; every world of the template begins right there. */
export async function prepareTemplate({ open, host, settings, before }: TemplateOptions): Promise<Template> {
  let account = open(fakeClock(START))
  let uses = 0
  const blank = { saved: account.save(), backup: [], host, now: START, id: CONNECTION }
  const first = await openScene({ ...blank, account, seed: 'template' })
  const engine = first.engine()
  const { authorizeUrl } = await engine.connect({
    platform: account.platform,
    connectionId: CONNECTION,
  })
  await logIn(first, engine, authorizeUrl)
  await engine.selectCompany(CONNECTION, account.companyId)
  // What an account can do is known once its company is chosen.
  await engine.updateSettings(CONNECTION, settings(account))
  await before(first)
  const ready = {
    saved: account.save(),
    backup: await first.store.backup(),
    host: (world: HostWorld) => first.host.copy(world),
    now: first.clock.now() + 60_000,
    id: CONNECTION,
  }

  return {
    scene(options) {
      uses += 1
      if (uses % USES === 0) account = open(fakeClock(START))
      return openScene({ ...ready, ...options, account })
    },
  }
}
