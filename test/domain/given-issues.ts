import { readdirSync, readFileSync } from 'node:fs'
import ts from 'typescript'

const src = new URL('../../src/', import.meta.url)

/** An issue, or a refusal of a row by a host, as the source states it. */
export interface GivenIssue {
  readonly code: string
  readonly path: string
  /** Names of the facts that it always states. */
  readonly facts: readonly string[]
}

/** Text of every source file that can give an issue. */
export function sources(): ReadonlyMap<string, string> {
  const paths = readdirSync(src, { recursive: true, encoding: 'utf8' }).filter(
    (path) => path.endsWith('.ts') && /^(mappers|sync|adapters|pt|es|domain\/[^/]+$)/.test(path),
  )
  return new Map(paths.map((path) => [path, readFileSync(new URL(path, src), 'utf8')]))
}

/** Every issue that is written out: `{ code, severity, … }`, and every refusal `{ ok: false, code, … }`. */
export function givenIssues(): GivenIssue[] {
  return [...sources()].flatMap(([path, text]) => {
    const file = ts.createSourceFile(path, text, ts.ScriptTarget.Latest, true)
    const found: GivenIssue[] = []
    const visit = (node: ts.Node) => {
      if (ts.isObjectLiteralExpression(node)) found.push(...issuesIn(node, path, file))
      if (ts.isCallExpression(node) && path.startsWith('mappers/')) found.push(...saidIn(node, path))
      ts.forEachChild(node, visit)
    }
    visit(file)
    return found
  })
}

function issuesIn(node: ts.ObjectLiteralExpression, path: string, file: ts.SourceFile): GivenIssue[] {
  const code = initializerOf(node, 'code')
  const refusal = initializerOf(node, 'ok')?.kind === ts.SyntaxKind.FalseKeyword
  if (!code || !(refusal || names(node).includes('severity'))) return []
  // The engine names the row that a host refused.
  const facts = [...factsIn(node, file), ...(refusal ? ['thing'] : [])]
  return textsIn(code).map((text) => ({ code: text, path, facts }))
}

/** The mappers say most issues through a function of their own, always with field and thing. */
function saidIn(node: ts.CallExpression, path: string): GivenIssue[] {
  const [code, , details] = node.arguments
  if (!/^(say|refuse)$/.test(node.expression.getText()) || !code || !ts.isStringLiteral(code)) return []
  const thing = path.endsWith('billable-lines.ts') ? [] : ['thing']
  const more = details && ts.isObjectLiteralExpression(details) ? names(details) : []
  return [{ code: code.text, path, facts: ['field', ...thing, ...more] }]
}

function factsIn(node: ts.ObjectLiteralExpression, file: ts.SourceFile): string[] {
  const own = names(node).filter((name) => name === 'thing' || name === 'field')
  if (!names(node).includes('details')) return own
  const details = initializerOf(node, 'details') ?? declared(file, 'details')
  return [...own, ...(details && ts.isObjectLiteralExpression(details) ? names(details) : [])]
}

/** What a constant of a file was made of. */
function declared(file: ts.SourceFile, name: string): ts.Expression | undefined {
  let found: ts.Expression | undefined
  const visit = (node: ts.Node) => {
    if (ts.isVariableDeclaration(node) && node.name.getText() === name) found = node.initializer
    ts.forEachChild(node, visit)
  }
  visit(file)
  return found
}

const names = (node: ts.ObjectLiteralExpression) =>
  node.properties.flatMap(({ name }) => (name && ts.isIdentifier(name) ? [name.text] : []))

function initializerOf(node: ts.ObjectLiteralExpression, name: string): ts.Expression | undefined {
  const property = node.properties.find((it) => it.name?.getText() === name)
  return property && ts.isPropertyAssignment(property) ? property.initializer : undefined
}

/** The texts that an expression may be: `'a'`, `x ? 'a' : 'b'`, `x ?? 'a'`. */
function textsIn(node: ts.Expression): string[] {
  if (ts.isStringLiteral(node)) return [node.text]
  if (ts.isConditionalExpression(node)) return [...textsIn(node.whenTrue), ...textsIn(node.whenFalse)]
  if (ts.isBinaryExpression(node)) return textsIn(node.right)
  return []
}
