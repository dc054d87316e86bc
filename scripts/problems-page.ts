import { writeFileSync } from 'node:fs'
import { type IssueCode, issueCodes, issueLanguage, issueTexts } from '../src/domain/index.ts'

const names = {
  en: 'English',
  nl: 'Nederlands',
  pt: 'Português',
  es: 'Español',
} as const

/** The page on problems, made from the tables of texts: a section for each code, with an anchor of its name. */
export function problemsPage(): string {
  return [
    '# Problems',
    '',
    'What can keep a record or a work order from going on, by its stable code. A name in braces is filled in by `problems()`; a part',
    'in square brackets is left out where its facts are not known. `problem.page` is the address of a section. This page is made',
    'from `src/domain/` by `npm run docs:problems`.',
    ...issueCodes.flatMap(section),
    '',
  ].join('\n')
}

function section(code: IssueCode): string[] {
  const rows = issueLanguage.options.map((language) => {
    const { text, todo } = issueTexts[language][code]
    return `| ${names[language]} | ${text} | ${todo} |`
  })
  return ['', `## ${code}`, '', '| | what happened | what to do |', '| --- | --- | --- |', ...rows]
}

if (process.argv[1]?.endsWith('problems-page.ts')) {
  writeFileSync(new URL('../docs/problems.md', import.meta.url), problemsPage())
}
