import { type ChildProcess, fork } from 'node:child_process'
import { once } from 'node:events'
import { env } from 'node:process'
import type * as z from 'zod'

const VARIABLE = 'MOLONI_FLEET'

/** A process of the fleet. */
export interface Child {
  readonly process: ChildProcess
  /** Resolves when it has told its first thing, or has ended. */
  readonly awake: Promise<unknown>
  /** Resolves with how it ended: its exit code, or the signal that ended it. */
  readonly ended: Promise<number | string>
}

/** Starts a program with its configuration. It lives no longer than this process. */
export function startChild(program: string, config: object, hear: (message: unknown) => void): Child {
  const child = fork(program, [], {
    execArgv: [],
    env: { ...env, [VARIABLE]: JSON.stringify(config) },
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  })
  child.on('message', hear)
  const ended = new Promise<number | string>((resolve) =>
    child.once('exit', (code, signal) => resolve(code ?? signal ?? 'unknown')),
  )
  return { process: child, awake: Promise.race([once(child, 'message'), ended]), ended }
}

/** The configuration that this process was started with. */
export function readConfig<T>(schema: z.ZodType<T>): T {
  return schema.parse(JSON.parse(env[VARIABLE] ?? 'null'))
}
