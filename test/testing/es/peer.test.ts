import { setupServer } from 'msw/node'
import { afterEach, expect, it, vi } from 'vitest'
import { createEsEmulator, mswHandlers } from '../../../src/testing/index.ts'
import { rig } from './support.ts'

afterEach(() => {
  vi.doUnmock('graphql')
  vi.resetModules()
})

it('graphql is loaded by the first request, which says what to install where it is missing', async () => {
  vi.resetModules()
  vi.doMock('graphql', () => {
    throw new Error("Cannot find package 'graphql'")
  })
  const kit = await import('../../../src/testing/index.ts')
  const emulator = kit.createEsEmulator()
  const ask = () =>
    emulator.fetch(
      new Request('https://api.moloni.es/v1', {
        method: 'POST',
        body: '{"query":"{ me { data { name } } }"}',
      }),
    )
  await expect(ask()).rejects.toThrow('needs the package "graphql": npm install --save-dev graphql@16')
  await expect(ask()).rejects.toThrow('needs the package "graphql"')
  const page = await emulator.fetch(new Request('https://api.moloni.es/v1/auth/grant', { method: 'POST' }))
  expect(page.status).toBe(400)
})

it('is answered on its real host names through msw', async () => {
  const { emulator, token } = await rig({ platform: 'on' })
  const server = setupServer(...mswHandlers(emulator))
  server.listen({ onUnhandledRequest: 'error' })
  try {
    const ask = () =>
      fetch('https://api.molonion.pt/v1', {
        method: 'POST',
        headers: { 'content-type': 'application/json', authorization: `Bearer ${token}` },
        body: JSON.stringify({ query: '{ me { data { name } } }' }),
      })
    expect(await (await ask()).json()).toEqual({ data: { me: { data: { name: 'Rita Moreira' } } } })
    expect((await fetch('https://mediaapi.moloni.org/privateassets/none.pdf')).ok).toBe(false)
    emulator.faults.plan({ on: 'me', fault: { kind: 'cut' } })
    await expect(ask()).rejects.toThrow()
  } finally {
    server.close()
  }
})

it('stands for the hosts of its platform', () => {
  expect(createEsEmulator().origins).toEqual(['https://api.moloni.es', 'https://mediaapi.moloni.org'])
  expect(createEsEmulator({ platform: 'on' }).origins).toEqual([
    'https://api.molonion.pt',
    'https://mediaapi.moloni.org',
  ])
})
