import { readdir, readFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import { describe, expect, test } from 'vitest'
import { violations } from './architecture/rules.ts'

const source = fileURLToPath(new URL('../src/', import.meta.url))

test('every source file keeps the rules', { timeout: 60_000 }, async () => {
  const names = await readdir(source, { recursive: true })
  const paths = names.map((name) => name.replaceAll('\\', '/')).filter((name) => name.endsWith('.ts'))
  expect(paths).toContain('errors/moloni-error.ts')
  const found = await Promise.all(
    paths.map(async (path) => violations(path, await readFile(`${source}${path}`, 'utf8'))),
  )
  expect(found.flat()).toEqual([])
})

describe('the rules see', () => {
  const broken: [what: string, path: string, text: string, sentence: RegExp][] = [
    [
      'an import up',
      'pt/client.ts',
      "import { sync } from '../sync/index.ts'",
      /up, from floor 2 to floor 4/,
    ],
    ['a type from above', 'errors/a.ts', "import type { A } from '../http/a.ts'", /up, from floor 0/],
    ['a type written inline', 'errors/a.ts', "type A = import('../http/a.ts').A", /up, from floor 0/],
    ['a re-export from above', 'http/index.ts', "export { a } from '../pt/a.ts'", /up, from floor 1/],
    ['a dynamic import up', 'pt/a.ts', "const a = () => import('../sync/a.ts')", /up, from floor 2/],
    ['a side effect import up', 'pt/deep/a.ts', "import '../../testing/a.ts'", /up, from floor 2 to floor 6/],
    ['the root imported from inside', 'sync/a.ts', "import { a } from '../index.ts'", /up, from floor 4/],
    ['an import sideways', 'pt/a.ts', "import { a } from '../domain/a.ts'", /sideways, from pt to domain/],
    ['a neighbour the wrong way round', 'http/a.ts', "import { a } from '../oauth/a.ts'", /sideways/],
    ['a folder without a floor', 'helpers/a.ts', "import { a } from '../errors/a.ts'", /stands on no floor/],
    ['an import of such a folder', 'sync/a.ts', "import { a } from '../helpers/a.ts'", /stands on no floor/],
    [
      'an emulator that uses the library',
      'testing/pt/a.ts',
      "import type { A } from '../../errors/a.ts'",
      /an emulator shares nothing/,
    ],
    ['Node in the core', 'http/a.ts', "import { x } from 'node:fs'", /may use Node/],
    ['Node elsewhere in the test kit', 'testing/pt/a.ts', "import { x } from 'node:fs'", /may use Node/],
    ['globals of Node', 'http/a.ts', 'export const a = () => Buffer.from(process.cwd())', /uses Buffer/],
    ['ky outside http', 'pt/a.ts', "import ky from 'ky'", /imports ky/],
    [
      'a package that imports itself',
      'sync/a.ts',
      "import { a } from 'moloni-sdk/pt'",
      /does not import itself/,
    ],
    ['z by name', 'domain/a.ts', "import { z } from 'zod'", /takes names out of zod/],
    ['z handed on', 'domain/a.ts', "export * from 'zod'", /takes names out of zod/],
    ['z.coerce', 'domain/a.ts', 'export const a = z.coerce.number()', /z\.coerce/],
    ['console', 'domain/a.ts', 'export const a = () => console.log(1)', /uses console/],
    ['await at module level', 'domain/a.ts', 'export const a = await b()', /awaits at module level/],
    ['for await at module level', 'domain/a.ts', 'for await (const a of b) c(a)', /awaits at module level/],
    ['mutable state at module level', 'domain/a.ts', 'let count = 0', /mutable state/],
    ['a file that is too long', 'domain/a.ts', 'f()\n'.repeat(301), /has 301 lines/],
  ]

  test.each(broken)('%s', (_what, path, text, sentence) => {
    expect(violations(path, text).join('\n')).toMatch(sentence)
  })
})

describe('the rules allow', () => {
  const sound: [what: string, path: string, text: string][] = [
    [
      'imports down',
      'sync/a.ts',
      "import { a } from '../mappers/index.ts'\nimport type { B } from '../pt/b.ts'",
    ],
    ['imports inside a folder', 'pt/groups/a.ts', "import { a } from '../endpoint.ts'"],
    ['grants on the transport', 'oauth/a.ts', "import { a } from '../http/index.ts'"],
    ['the store to name errors', 'store/a.ts', "import { a } from '../errors/index.ts'"],
    ['an emulator its own folder', 'testing/pt/a.ts', "import { a } from '../http/faults.ts'"],
    ['a server its sockets', 'testing/http/serve.ts', "import { createServer } from 'node:http'"],
    [
      'a conformance suite the ports',
      'testing/conformance/a.ts',
      "import type { A } from '../../store/index.ts'",
    ],
    ['zod as a namespace', 'domain/a.ts', "import * as z from 'zod'\nimport type * as core from 'zod/core'"],
    [
      'await inside functions',
      'domain/a.ts',
      'export const a = async () => { for await (const b of c) await b }',
    ],
    ['fields with the names of globals', 'http/a.ts', 'export const a = { console: 1, process: b.console }'],
    ['300 lines', 'domain/a.ts', 'f()\n'.repeat(300)],
  ]

  test.each(sound)('%s', (_what, path, text) => {
    expect(violations(path, text)).toEqual([])
  })
})
