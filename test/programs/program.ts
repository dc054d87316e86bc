import { spawn } from 'node:child_process'
import { fileURLToPath } from 'node:url'

const root = fileURLToPath(new URL('../../', import.meta.url))

export interface Ended {
  readonly code: number | null
  readonly stdout: string
  readonly stderr: string
}

export interface Running {
  /** Resolves with the first match in what the program has printed so far, or will print. */
  printed(pattern: RegExp): Promise<RegExpExecArray>
  /** Answers a question of the program. */
  answer(line: string): void
  /** Ends its input: nobody is there. */
  close(): void
  /** Presses Ctrl+C. */
  interrupt(): void
  readonly ended: Promise<Ended>
}

/** Starts one of the project's programs through `tsx`, with nothing of this process's Moloni variables. */
export function start(
  program: string,
  options: { args?: readonly string[]; environment?: Readonly<Record<string, string>> } = {},
): Running {
  const inherited = Object.entries(process.env).filter(([name]) => !/^(MOLONI|VITEST|NODE_ENV)/.test(name))
  const child = spawn(process.execPath, ['--import', 'tsx', program, ...(options.args ?? [])], {
    cwd: root,
    env: { ...Object.fromEntries(inherited), ...options.environment },
  })
  let [stdout, stderr] = ['', '']
  child.stdout.on('data', (chunk) => {
    stdout += chunk
  })
  child.stderr.on('data', (chunk) => {
    stderr += chunk
  })
  const ended = new Promise<Ended>((resolve) => {
    child.on('close', (code) => resolve({ code, stdout, stderr }))
  })
  return {
    ended,
    interrupt: () => child.kill('SIGINT'),
    close: () => child.stdin.end(),
    answer: (line) => child.stdin.write(`${line}\n`),
    printed: (pattern) =>
      new Promise((resolve, reject) => {
        const look = () => {
          const found = pattern.exec(stdout)
          if (found) resolve(found)
        }
        child.stdout.on('data', look)
        ended.then(() =>
          reject(new Error(`The program ended without printing ${pattern}:\n${stdout}${stderr}`)),
        )
        look()
      }),
  }
}

/** Runs a program that asks nothing to its end. */
export async function finish(...started: Parameters<typeof start>): Promise<Ended> {
  return start(...started).ended
}
