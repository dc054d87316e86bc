/** Imports a company with very many customers and products, is killed on the way, and goes on. */
import { parseArgs } from 'node:util'
import { measureImport } from './import/measure.ts'

/** More growth than this is not bounded by a page any more. */
const MOST_GROWTH_MB = 150

const { values } = parseArgs({
  options: { records: { type: 'string', default: '100000' }, json: { type: 'boolean', default: false } },
})
const records = Number(values.records)
if (!Number.isInteger(records) || records < 200)
  throw new RangeError('--records must be a number from 200 up.')

const say = (text: string) => void (values.json || process.stdout.write(`${text}\n`))
const figures = await measureImport(records, say)
const { imported, killedAtPage, resumedAtPage, pages, growthMb, seconds } = figures
say(
  [
    `${imported} of ${2 * records} records imported in ${seconds} s, on ${pages} pages`,
    `killed at page ${killedAtPage} of the products, resumed at page ${resumedAtPage}`,
    `${growthMb} MB more than before the import`,
  ].join('\n'),
)
if (values.json) process.stdout.write(`${JSON.stringify({ import: figures })}\n`)
// The page that was being read when the process died is read again.
const resumed = resumedAtPage <= killedAtPage && resumedAtPage >= killedAtPage - 1
if (imported !== 2 * records || !resumed || growthMb > MOST_GROWTH_MB) process.exitCode = 1
