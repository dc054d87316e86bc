import { existsSync } from 'node:fs'
import { readdir, readFile } from 'node:fs/promises'
import { posix } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import { complaints, snippetsOf } from './snippets.ts'

const root = fileURLToPath(new URL('../../', import.meta.url))

async function texts(folder: string, ending: string): Promise<[path: string, text: string][]> {
  const names = await readdir(posix.join(root, folder), { recursive: true })
  const paths = names.filter((name) => name.endsWith(ending)).map((name) => posix.join(folder, name))
  return Promise.all(paths.map(async (path) => [path, await readFile(posix.join(root, path), 'utf8')]))
}

async function pages(): Promise<[path: string, text: string][]> {
  const readme = await readFile(posix.join(root, 'README.md'), 'utf8')
  return [['README.md', readme], ...(await texts('docs', '.md'))]
}

test('every TypeScript block of the pages and doc comments compiles', async () => {
  const files = [...(await pages()), ...(await texts('src', '.ts'))]
  const snippets = files.flatMap(([path, text]) => snippetsOf(path, text))
  expect(snippets.some(({ place }) => place.startsWith('README.md'))).toBe(true)
  expect(snippets.some(({ place }) => place.startsWith('src/'))).toBe(true)
  expect(complaints(root, snippets)).toEqual([])
})

test('every link between the pages leads somewhere', async () => {
  const broken = (await pages()).flatMap(([path, text]) =>
    [...text.matchAll(/\]\((?!https?:|#)([^)#\s]+)[^)]*\)/g)]
      .map(([, target = '']) => posix.join(posix.dirname(path), target))
      .filter((target) => !existsSync(posix.join(root, target)))
      .map((target) => `${path} → ${target}`),
  )
  expect(broken).toEqual([])
})

test('the check sees what does not compile, on a page and in a comment', () => {
  const snippets = [
    ['a.md', "```ts\nimport { nothing } from 'moloni-sdk'\n```"],
    ['b.md', 'Text\n\n```ts\nconst a = 1\nconst b: string = a\n```'],
    ['src/c.ts', '/**\n * ```ts\n * const c: string = 1\n * ```\n */'],
    ['d.md', '```ts\nconst d = 1\n```'],
  ].flatMap(([path = '', text = '']) => snippetsOf(path, text))
  expect(complaints(root, snippets)).toEqual([
    expect.stringMatching(/^a\.md:1 \+1: .*nothing/),
    expect.stringMatching(/^b\.md:3 \+2: Type/),
    expect.stringMatching(/^src\/c\.ts:2 \+1: Type/),
  ])
})
