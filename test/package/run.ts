import { execFile } from 'node:child_process'
import { promisify } from 'node:util'

const execute = promisify(execFile)

/**
 * Runs a program with stdin closed and answers what it printed. Fails with its whole output.
 *
 * @param options.cwd Folder to run in.
 */
export async function run(file: string, args: readonly string[], options: { cwd: string }): Promise<string> {
  const child = execute(file, args, { ...options, env: environment(), maxBuffer: 64 * 1024 * 1024 })
  child.child.stdin?.end()
  try {
    return (await child).stdout
  } catch (error) {
    throw new Error(`${file} ${args.join(' ')} failed:\n${outputOf(error)}`)
  }
}

/** The surroundings of a consumer: nothing that npm or vitest set for this run. */
function environment(): NodeJS.ProcessEnv {
  const inherited = Object.entries(process.env).filter(
    ([name]) => !/^(npm_(?!config_(registry|cache|userconfig))|VITEST|NODE_(ENV|OPTIONS)$)/i.test(name),
  )
  return Object.fromEntries(inherited)
}

function outputOf(error: unknown): string {
  if (typeof error !== 'object' || error === null) return String(error)
  const parts = ['stdout', 'stderr'].map((name) => (name in error ? Reflect.get(error, name) : ''))
  return parts.filter(Boolean).join('\n') || String(error)
}
