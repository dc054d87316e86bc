import { existsSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import ts from 'typescript'
import { beforeAll, describe, expect, it } from 'vitest'

const file = fileURLToPath(new URL('../../src/pt/groups/index.ts', import.meta.url))
const reference = new URL('../../../shared/reference/moloni-pt/endpoints.json', import.meta.url)
const present = existsSync(reference)

interface Documented {
  group: string
  method: string
  confidence: 'doc' | 'code' | 'inferred'
}

interface Comment {
  readonly name: string
  readonly text: string
  readonly experimental: boolean
}

/** What an editor shows over each method. */
function commentsOf(): Comment[] {
  const program = ts.createProgram([file], {
    allowImportingTsExtensions: true,
    noEmit: true,
    strict: true,
    exactOptionalPropertyTypes: true,
    module: ts.ModuleKind.NodeNext,
    moduleResolution: ts.ModuleResolutionKind.NodeNext,
    target: ts.ScriptTarget.ES2023,
    skipLibCheck: true,
  })
  const checker = program.getTypeChecker()
  const source = program.getSourceFile(file)
  const groups = source?.statements.find(
    (one): one is ts.InterfaceDeclaration => ts.isInterfaceDeclaration(one) && one.name.text === 'PtGroups',
  )
  if (!groups) throw new Error('The interface PtGroups is gone.')
  return checker
    .getTypeAtLocation(groups)
    .getProperties()
    .flatMap((group) =>
      checker
        .getTypeOfSymbolAtLocation(group, groups)
        .getProperties()
        .map((method) => ({
          name: `${group.name}/${method.name}`,
          text: ts.displayPartsToString(method.getDocumentationComment(checker)),
          experimental: method.getJsDocTags(checker).some(({ name }) => name === 'experimental'),
        })),
    )
}

describe('doc comments', () => {
  let comments: Comment[] = []
  beforeAll(() => {
    comments = commentsOf()
  }, 120_000)

  it('are over every method', () => {
    expect(comments.length).toBeGreaterThan(446)
    expect(comments.filter(({ text }) => text.length < 10).map(({ name }) => name)).toEqual([])
  })

  it.skipIf(!present)(
    'mark what no page confirms, and nothing else (skipped where ../shared is missing)',
    () => {
      const documented: Documented[] = JSON.parse(readFileSync(reference, 'utf8'))
      const known = new Map(comments.map((comment) => [comment.name, comment.experimental]))
      const unsure = documented.filter(({ confidence }) => confidence !== 'doc')
      const sure = documented.filter(({ confidence }) => confidence === 'doc')
      const names = (list: Documented[], experimental: boolean) =>
        list
          .map(({ group, method }) => `${group}/${method}`)
          .filter((name) => known.get(name) !== experimental)
      expect(names(unsure, true)).toEqual([])
      expect(names(sure, false)).toEqual([])
    },
  )
})
