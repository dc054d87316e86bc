import { readFile } from 'node:fs/promises'
import { posix } from 'node:path'
import ts from 'typescript'
import * as z from 'zod'

const sourceMap = z.object({ sources: z.array(z.string()) })

/** The source files, as paths below `src/`, that loading a built entry brings along. */
export async function sourcesOf(entry: string): Promise<string[]> {
  const seen = new Set<string>()
  const found = new Set<string>()
  const waiting = [entry]
  for (let chunk = waiting.pop(); chunk !== undefined; chunk = waiting.pop()) {
    if (seen.has(chunk)) continue
    seen.add(chunk)
    const { sources } = sourceMap.parse(JSON.parse(await readFile(`${chunk}.map`, 'utf8')))
    for (const path of sources) found.add(path.replace(/^.*\/src\//, ''))
    const { importedFiles } = ts.preProcessFile(await readFile(chunk, 'utf8'), true, true)
    for (const { fileName } of importedFiles) {
      if (fileName.startsWith('.')) waiting.push(posix.join(posix.dirname(chunk), fileName))
    }
  }
  return [...found]
}
