import { startChild } from './child.ts'
import { type Books, fromMoloni, type MoloniConfig, type Opened } from './messages.ts'

/** The emulated Moloni in its own process. */
export interface Emulation extends Omit<Opened, 'is'> {
  /** Its books at this moment. */
  books(): Promise<Books>
  close(): Promise<void>
}

export async function startEmulation(program: string, config: MoloniConfig): Promise<Emulation> {
  const waiting: ((books: Books) => void)[] = []
  let open: (message: Opened) => void = () => {}
  const opened = new Promise<Opened>((resolve) => {
    open = resolve
  })
  const child = startChild(program, config, (text) => {
    const message = fromMoloni.parse(text)
    if (message.is === 'open') open(message)
    else waiting.shift()?.(message)
  })
  const died = child.ended.then((how) => {
    throw new Error(`The emulated Moloni has ended (${how}).`)
  })
  died.catch(() => {})
  const { is: _, ...facts } = await Promise.race([opened, died])
  return {
    ...facts,
    books: () =>
      Promise.race([
        new Promise<Books>((resolve) => {
          waiting.push(resolve)
          child.process.send({ is: 'books' })
        }),
        died,
      ]),
    async close() {
      child.process.disconnect()
      await child.ended
    },
  }
}
