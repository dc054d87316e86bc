import { posix } from 'node:path'
import ts from 'typescript'
import { floors, isolated, isolatedExcept, maxLines, neighbours, nodeAllowed, packages } from './floors.ts'

/**
 * What a source file does against the rules, one sentence each.
 *
 * @param path Path below `src/`, with slashes, for example `pt/client.ts`.
 */
export function violations(path: string, text: string): string[] {
  const file = ts.createSourceFile(path, text, ts.ScriptTarget.Latest, true)
  const found = importsOf(file).flatMap((name) => judgeImport(path, name))
  const lines = text.trimEnd().split('\n').length
  if (lines > maxLines) found.push(`has ${lines} lines, more than ${maxLines}`)
  for (const statement of file.statements) found.push(...judgeStatement(statement))
  walk(file, (node) => found.push(...judgeNode(path, node)))
  return found.map((sentence) => `${path} ${sentence}`)
}

/** Every module that a file names: imports, re-exports, types, dynamic imports, `require`. */
function importsOf(file: ts.SourceFile): string[] {
  const names: string[] = []
  const add = (node: ts.Node | undefined) => {
    if (node && ts.isStringLiteralLike(node)) names.push(node.text)
  }
  walk(file, (node) => {
    if (ts.isImportDeclaration(node) || ts.isExportDeclaration(node)) add(node.moduleSpecifier)
    else if (ts.isImportTypeNode(node) && ts.isLiteralTypeNode(node.argument)) add(node.argument.literal)
    else if (ts.isExternalModuleReference(node)) add(node.expression)
    else if (ts.isCallExpression(node) && ['import', 'require'].includes(node.expression.getText(file))) {
      add(node.arguments[0])
    }
  })
  return names
}

function judgeImport(path: string, name: string): string[] {
  if (!name.startsWith('.')) return judgePackage(path, name)
  const target = posix.join(posix.dirname(path), name)
  const from = folderOf(path)
  const to = folderOf(target)
  if (from === to) return []
  const [here, there] = [floors[from], floors[to]]
  if (here === undefined) return [`lies in "${from}", which stands on no floor`]
  if (there === undefined) return [`imports ${target}, which stands on no floor`]
  if (there > here) return [`imports ${target}: up, from floor ${here} to floor ${there}`]
  if (there === here && !neighbours[from]?.includes(to)) {
    return [`imports ${target}: sideways, from ${from} to ${to}`]
  }
  if (within(path, [isolated]) && !within(path, isolatedExcept)) {
    return [`imports ${target}: an emulator shares nothing with the library`]
  }
  return []
}

function judgePackage(path: string, name: string): string[] {
  if (name.startsWith('node:')) {
    return within(path, nodeAllowed) ? [] : [`imports ${name}: only ${nodeAllowed.join(', ')} may use Node`]
  }
  if (/^moloni-sdk(\/|$)/.test(name)) return [`imports ${name}: the package does not import itself`]
  const folders = packages[name]
  return !folders || within(path, folders) ? [] : [`imports ${name}: only ${folders.join(', ')} may`]
}

function judgeStatement(statement: ts.Statement): string[] {
  const found: string[] = []
  if (ts.isVariableStatement(statement) && !(statement.declarationList.flags & ts.NodeFlags.Const)) {
    found.push('keeps mutable state at module level')
  }
  if (ts.isExportDeclaration(statement) || ts.isImportDeclaration(statement)) {
    const { moduleSpecifier } = statement
    const zod = moduleSpecifier && ts.isStringLiteral(moduleSpecifier) && moduleSpecifier.text === 'zod'
    const bindings = ts.isImportDeclaration(statement) ? statement.importClause?.namedBindings : undefined
    if (zod && !(bindings && ts.isNamespaceImport(bindings))) {
      found.push("takes names out of zod: write `import * as z from 'zod'`")
    }
  }
  return found
}

const OUTSIDE_THE_WEB = new Set(['process', 'Buffer', 'setImmediate', '__dirname', '__filename'])

function judgeNode(path: string, node: ts.Node): string[] {
  if (ts.isIdentifier(node) && !isName(node)) {
    if (node.text === 'console') return ['uses console']
    if (OUTSIDE_THE_WEB.has(node.text) && !within(path, nodeAllowed)) {
      return [`uses ${node.text}, which is not a web standard`]
    }
  }
  if (ts.isPropertyAccessExpression(node) && node.getText().startsWith('z.coerce')) {
    return node.name.text === 'coerce' ? ['uses z.coerce, which reads "" and null as 0'] : []
  }
  const awaits = ts.isAwaitExpression(node) || (ts.isForOfStatement(node) && node.awaitModifier !== undefined)
  if (awaits && !insideFunction(node)) return ['awaits at module level, which breaks require()']
  return []
}

/** Whether an identifier only names a field (`hooks.process`, `{ process: 1 }`) or is declared here. */
function isName(node: ts.Identifier): boolean {
  const { parent } = node
  if (ts.isPropertyAccessExpression(parent)) return parent.name === node
  return 'name' in parent && parent.name === node && !ts.isShorthandPropertyAssignment(parent)
}

function insideFunction(node: ts.Node): boolean {
  for (let at = node.parent; at; at = at.parent) if (ts.isFunctionLike(at)) return true
  return false
}

function walk(node: ts.Node, visit: (node: ts.Node) => void): void {
  visit(node)
  ts.forEachChild(node, (child) => walk(child, visit))
}

const folderOf = (path: string) => path.split('/')[0] ?? path
const within = (path: string, prefixes: readonly string[]) =>
  prefixes.some((prefix) => path.startsWith(prefix))
