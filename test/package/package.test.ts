import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { sourcesOf } from './graph.ts'
import { type Installed, install, installPacked, typeCheck } from './packed.ts'
import { run } from './run.ts'
import { nodeOf, registryAnswers, runtimes } from './runtimes.ts'

const registry = await registryAnswers()
const onCi = process.env.CI === 'true'

test.skipIf(!registry && !onCi)('a package registry answers', () => {
  expect(registry, 'no package registry: the packed package cannot be tried').toBe(true)
})

describe.skipIf(!registry)('the packed package (needs a package registry)', () => {
  let installed: Installed
  beforeAll(async () => {
    installed = await installPacked()
  })
  afterAll(() => installed?.remove())

  test('holds the build, the licence and the change log, and nothing else', () => {
    const beside = installed.files.filter((path) => !/^dist\/.+\.(js|d\.ts|js\.map)$/.test(path))
    expect(beside.sort()).toEqual(['CHANGELOG.md', 'LICENSE', 'README.md', 'package.json'])
  })

  test('type-checks in strict ES module and CommonJS programs, without the optional peer', async () => {
    await typeCheck(installed.folder, 'tsconfig.strict.json')
  })

  test.each(['pt', 'es', 'oauth', 'mappers'])(
    'moloni-sdk/%s does not bring the engine along',
    async (entry) => {
      const sources = await sourcesOf(
        join(installed.folder, 'node_modules/moloni-sdk/dist', entry, 'index.js'),
      )
      expect(sources.some((path) => path.startsWith(`${entry}/`))).toBe(true)
      expect(sources.filter((path) => /^(sync|testing|adapters)\//.test(path))).toEqual([])
    },
  )

  test('names the test kit nowhere outside moloni-sdk/testing', async () => {
    const sources = await sourcesOf(join(installed.folder, 'node_modules/moloni-sdk/dist/index.js'))
    expect(sources.filter((path) => path.startsWith('testing/'))).toEqual([])
  })

  describe('with msw beside it', () => {
    beforeAll(() => install(installed.folder, 'msw@2'))

    test('type-checks the test kit, and the rest under module node20', async () => {
      await typeCheck(installed.folder, 'tsconfig.loose.json')
    })

    test('exports these names', async () => {
      const printed = await run(process.execPath, ['probe.mjs'], { cwd: installed.folder })
      expect(JSON.parse(printed).names).toMatchSnapshot()
    })

    describe.each(runtimes)('on Node %s', (version) => {
      test.each(['probe.mjs', 'probe.cjs'])(
        '%s loads every sub-path, one identity a class',
        async (probe) => {
          const node = await nodeOf(version)
          expect(await run(node, ['--version'], { cwd: installed.folder })).toMatch(`v${version}`)
          const { names, ...found } = JSON.parse(await run(node, [probe], { cwd: installed.folder }))
          expect(Object.keys(names)).toHaveLength(8)
          expect(found).toEqual({
            refusedByRootClass: true,
            misusedByRootClass: true,
            misreadByRootClass: true,
            sameStore: true,
            sameClient: true,
            sameEngine: true,
            emulator: 401,
          })
        },
      )
    })
  })

  describe('with kysely and bullmq beside it', () => {
    beforeAll(() => install(installed.folder, 'kysely@~0.28.0', 'bullmq@^5.81.0', '@types/node@20'))

    test('type-checks a store and a scheduler', async () => {
      await typeCheck(installed.folder, 'tsconfig.adapters.json')
    })

    test('does not load the engine for them', async () => {
      for (const entry of ['kysely', 'bullmq']) {
        const entryFile = join(installed.folder, 'node_modules/moloni-sdk/dist', entry, 'index.js')
        const sources = await sourcesOf(entryFile)
        expect(sources.some((path) => path.startsWith(`adapters/${entry}/`))).toBe(true)
        expect(sources.filter((path) => /^(testing|es|pt)\/|^sync\/(?!pacing)/.test(path))).toEqual([])
      }
    })

    describe.each(runtimes)('on Node %s', (version) => {
      test.each(['adapters.mjs', 'adapters.cjs'])('%s loads both', async (probe) => {
        const printed = await run(await nodeOf(version), [probe], { cwd: installed.folder })
        expect(JSON.parse(printed)).toEqual({
          bullmq: ['bullmqScheduler'],
          kysely: ['sqlStore'],
          misused: true,
        })
      })
    })
  })
})

test('the tarball is described by the same entries as the build', async () => {
  const { exports } = JSON.parse(await readFile(new URL('../../package.json', import.meta.url), 'utf8'))
  const { default: build } = await import('../../tsup.config.ts')
  const built = Object.keys(Object(build).entry).map((name) => `./dist/${name}.js`)
  const promised = Object.values(exports).flatMap((entry) =>
    typeof entry === 'string' ? [] : Object(entry).default,
  )
  expect(built.sort()).toEqual(promised.sort())
})
