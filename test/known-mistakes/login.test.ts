import { afterEach, expect, test } from 'vitest'
import { connected, openWorld, REDIRECT, type World } from '../support/engine.ts'
import { requestsTo } from '../support/moloni-rows.ts'

const HOUR = 3_600_000

let world: World
afterEach(() => world.close())

test.each(['a&b=c', 'x+y z', '100%25', 'ç#?/'])(
  'the client secret %s goes whole through the address',
  async (clientSecret) => {
    world = openWorld({ emulator: { credentials: { redirectUris: [REDIRECT], clientSecret } } })
    const { engine, id } = await connected(world)
    await world.clock.advance(2 * HOUR)
    expect(await engine.sync(id)).toMatchObject({ outcome: 'complete', errors: [] })
    expect(requestsTo(world, 'grant')).toHaveLength(2)
  },
)

test('a server that ends the whole login when a spent refresh token comes again is never given one', async () => {
  world = openWorld({ emulator: { strictRotation: true } })
  const { engine, id } = await connected(world)
  const other = world.engine()
  for (let run = 0; run < 4; run++) {
    await world.clock.advance(2 * HOUR)
    await Promise.all([engine.companies(id), other.companies(id), engine.companies(id), other.companies(id)])
  }
  expect(requestsTo(world, 'grant')).toHaveLength(5)
  expect(await engine.health(id)).toMatchObject({ login: { state: 'ok' } })
})
