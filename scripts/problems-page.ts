import { writeFileSync } from 'node:fs'
import { issueTexts } from '../src/domain/index.ts'

/** The page on problems, made from the table of texts. */
export function problemsPage(): string {
  const rows = Object.entries(issueTexts.en).map(
    ([code, { text, todo }]) => `| \`${code}\` | ${text} | ${todo} |`,
  )
  return [
    '# Problems',
    '',
    'What can keep a record or a work order from going on, by its stable code. `{thing}`, `{field}` and other names in',
    'braces are filled in by `problems()`. This page is made from `src/domain/` by `npm run docs:problems`.',
    '',
    '| code | what happened | what to do |',
    '| --- | --- | --- |',
    ...rows,
    '',
  ].join('\n')
}

if (process.argv[1]?.endsWith('problems-page.ts')) {
  writeFileSync(new URL('../docs/problems.md', import.meta.url), problemsPage())
}
