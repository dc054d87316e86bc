import { fileURLToPath } from 'node:url'
import ts from 'typescript'
import { beforeAll, describe, expect, it } from 'vitest'
import { operations } from '../../src/es/groups/index.ts'
import type { OperationTable } from '../../src/es/operation.ts'

const file = fileURLToPath(new URL('../../src/es/groups/index.ts', import.meta.url))

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
  const groups = program
    .getSourceFile(file)
    ?.statements.find(
      (one): one is ts.InterfaceDeclaration => ts.isInterfaceDeclaration(one) && one.name.text === 'EsGroups',
    )
  if (!groups) throw new Error('The interface EsGroups is gone.')
  const marked = (symbol: ts.Symbol) =>
    symbol.getJsDocTags(checker).some(({ name }) => name === 'experimental')
  return checker
    .getTypeAtLocation(groups)
    .getProperties()
    .flatMap((group) =>
      checker
        .getTypeOfSymbolAtLocation(group, groups)
        .getProperties()
        .map((method) => ({
          name: `${group.name}.${method.name}`,
          text: ts.displayPartsToString(method.getDocumentationComment(checker)),
          experimental: marked(group) || marked(method),
        })),
    )
}

describe('doc comments', () => {
  let comments: Comment[] = []
  beforeAll(() => {
    comments = commentsOf()
  }, 120_000)

  it('are over every method', () => {
    expect(comments).toHaveLength(133)
    expect(comments.filter(({ text }) => text.length < 10).map(({ name }) => name)).toEqual([])
  })

  it('mark what was seen on Moloni ON only, and nothing else', () => {
    const tables: Readonly<Record<string, OperationTable>> = operations
    const onlyOn = Object.entries(tables).flatMap(([group, table]) =>
      Object.entries(table).flatMap(([method, operation]) =>
        operation.onlyOn ? [`${group}.${method}`] : [],
      ),
    )
    const marked = comments.filter(({ experimental }) => experimental).map(({ name }) => name)
    expect(marked.sort()).toEqual(onlyOn.sort())
  })
})
