// Adds up the JSON reports of vitest. A report that is broken, empty or about nothing fails.
import { readFileSync } from 'node:fs'

const reports = process.argv.slice(2).map((path) => JSON.parse(readFileSync(path, 'utf8')))
const total = (field) => reports.reduce((sum, report) => sum + report[field], 0)
const [passed, failed] = [total('numPassedTests'), total('numFailedTests')]
const skipped = total('numPendingTests') + total('numTodoTests')

for (const report of reports) {
  for (const file of report.testResults) {
    for (const test of file.assertionResults) {
      if (test.status === 'skipped' || test.status === 'pending') console.log(`skipped: ${test.fullName}`)
    }
  }
}
// A file that does not load, or whose preparation fails, has no failed test of its own.
const broken = reports
  .flatMap((report) => report.testResults)
  .filter(
    (file) => file.status === 'failed' && file.assertionResults.every((test) => test.status !== 'failed'),
  )
const all = failed + broken.length
console.log(`${passed} passed, ${all} failed${skipped ? `, ${skipped} skipped` : ''}`)
if (passed === 0 || all > 0) process.exitCode = 1
