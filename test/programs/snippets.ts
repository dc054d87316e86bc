import { posix } from 'node:path'
import ts from 'typescript'

/** A block of TypeScript out of a page or a doc comment. */
export interface Snippet {
  /** For example `docs/lists.md:12`. */
  readonly place: string
  readonly code: string
}

const FENCE = /^([ \t]*(?:\*[ \t])?)```ts\n([\s\S]*?)^[ \t]*(?:\*[ \t])?```/gm

/** The `ts` blocks of a page, or of the doc comments of a source file. */
export function snippetsOf(path: string, text: string): Snippet[] {
  return [...text.matchAll(FENCE)].map(([, , code = ''], index, all) => {
    const line = text.slice(0, all[index]?.index).split('\n').length
    return { place: `${path}:${line}`, code: path.endsWith('.ts') ? code.replace(/^[ \t]*\* ?/gm, '') : code }
  })
}

/** What the compiler says of each snippet, as if it were a module in the project's root. */
export function complaints(root: string, snippets: readonly Snippet[]): string[] {
  const files = new Map(snippets.map((snippet, index) => [posix.join(root, `snippet-${index}.ts`), snippet]))
  const options = optionsOf(root)
  const host = ts.createCompilerHost(options)
  const { fileExists, readFile, getSourceFile } = host
  host.fileExists = (name) => files.has(name) || fileExists(name)
  host.readFile = (name) => files.get(name)?.code ?? readFile(name)
  host.getSourceFile = (name, language, ...rest) => {
    const snippet = files.get(name)
    if (!snippet) return getSourceFile(name, language, ...rest)
    // A block without an import or export is a module all the same.
    return ts.createSourceFile(name, `${snippet.code}\nexport {}\n`, language, true)
  }
  const program = ts.createProgram([...files.keys()], options, host)
  return [...files].flatMap(([name, { place }]) =>
    ts.getPreEmitDiagnostics(program, program.getSourceFile(name)).map((found) => {
      const { line } = ts.getLineAndCharacterOfPosition(
        program.getSourceFile(name) ?? failed(name),
        found.start ?? 0,
      )
      return `${place} +${line + 1}: ${ts.flattenDiagnosticMessageText(found.messageText, ' ')}`
    }),
  )
}

function optionsOf(root: string): ts.CompilerOptions {
  const { config } = ts.readConfigFile(posix.join(root, 'tsconfig.json'), ts.sys.readFile)
  const { options } = ts.parseJsonConfigFileContent(config, { ...ts.sys, readDirectory: () => [] }, root)
  return { ...options, noEmit: true }
}

function failed(name: string): never {
  throw new Error(`The compiler lost ${name}`)
}
