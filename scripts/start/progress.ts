/** The part of a terminal or file that is written to. */
export interface Output {
  readonly isTTY?: boolean | undefined
  write(text: string): unknown
}

export interface Step {
  /** What is counted, for example `customers`. */
  readonly part: string
  readonly done: number
  readonly total?: number | undefined
}

export interface Progress {
  /** A line of its own. */
  say(text: string): void
  show(step: Step): void
  /** Ends the bar that is on the screen. */
  finish(): void
}

const WIDTH = 28

/** Bars on a terminal; elsewhere one plain line when a part is complete. */
export function createProgress(output: Output): Progress {
  let current: Step | undefined

  const draw = (step: Step) => output.write(`\r\x1b[2K  ${bar(step)} ${step.part} ${counted(step)}`)
  const finish = () => {
    if (!current) return
    // What nobody could count beforehand is complete when it ends.
    if (output.isTTY && current.total === undefined) draw({ ...current, total: current.done })
    output.write(output.isTTY ? '\n' : `  ${current.part}: ${counted(current)}\n`)
    current = undefined
  }
  return {
    say(text) {
      finish()
      output.write(`${text}\n`)
    },
    show(step) {
      if (current && current.part !== step.part) finish()
      current = step
      if (output.isTTY) draw(step)
    },
    finish,
  }
}

function bar({ done, total }: Step): string {
  const share = total === undefined ? 0 : total === 0 ? 1 : Math.min(1, done / total)
  const full = Math.round(share * WIDTH)
  return `${'█'.repeat(full)}${'░'.repeat(WIDTH - full)}`
}

function counted({ done, total }: Step): string {
  return total === undefined ? `${done}` : `${done} of ${total}`
}
