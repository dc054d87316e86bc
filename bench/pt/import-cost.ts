import { execFile } from 'node:child_process'
import { pathToFileURL } from 'node:url'
import { promisify } from 'node:util'
import { median } from './median.ts'

const run = promisify(execFile)
const RUNS = 11

/** Imports the dependencies, then the client, and says in milliseconds what each took. */
const SCRIPT = `
const taken = async (names) => {
  const [start, used] = [performance.now(), process.cpuUsage()]
  for (const name of names) await import(name)
  const { user, system } = process.cpuUsage(used)
  return { ms: performance.now() - start, cpuMs: (user + system) / 1000 }
}
const dependencies = await taken(['big.js', 'ky', 'p-queue', 'p-retry', 'zod'])
process.stdout.write(JSON.stringify({ dependencies, own: await taken([process.env.CLIENT]) }))
`

interface Taken {
  readonly ms: number
  readonly cpuMs: number
}

/** Milliseconds of importing, medians over fresh processes. */
export interface ImportCost {
  readonly dependenciesMs: number
  /** What the client adds to its dependencies. */
  readonly ownMs: number
  /** The same in time of the processor, which does not grow when the machine does other things too. */
  readonly ownCpuMs: number
}

export async function importCost(client: string): Promise<ImportCost> {
  const dependencies: Taken[] = []
  const own: Taken[] = []
  for (let turn = 0; turn < RUNS; turn++) {
    const taken = await measured(pathToFileURL(client))
    dependencies.push(taken.dependencies)
    own.push(taken.own)
  }
  return {
    dependenciesMs: median(dependencies.map(({ ms }) => ms)),
    ownMs: median(own.map(({ ms }) => ms)),
    ownCpuMs: median(own.map(({ cpuMs }) => cpuMs)),
  }
}

async function measured(client: URL): Promise<{ dependencies: Taken; own: Taken }> {
  const { stdout } = await run(process.execPath, ['--input-type=module', '--eval', SCRIPT], {
    cwd: new URL('.', client),
    env: { ...process.env, CLIENT: client.href },
  })
  return JSON.parse(stdout)
}
