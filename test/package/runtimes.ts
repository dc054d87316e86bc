import { tmpdir } from 'node:os'
import { run } from './run.ts'

/** The floor that `engines` promises, and the newer lines beside it. */
export const runtimes = ['20.19.0', '22', '24'] as const

/** Path of a Node of that version, brought by the npm package `node`. */
export async function nodeOf(version: (typeof runtimes)[number]): Promise<string> {
  const print = ['-p', `node@${version}`, 'node', '-p', 'process.execPath']
  return (await run('npx', ['--yes', ...print], { cwd: tmpdir() })).trim()
}

/** Whether packages can be fetched at all. */
export async function registryAnswers(): Promise<boolean> {
  try {
    await run('npm', ['ping', '--fetch-retries=0', '--fetch-timeout=10000'], { cwd: tmpdir() })
    return true
  } catch {
    return false
  }
}
