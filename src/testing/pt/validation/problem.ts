/** One validation error: code, field and the code's own parameters. */
export interface Problem {
  readonly code: number
  readonly field: string
  readonly parameters?: readonly string[]
}

/** The answer is a validation array: thrown by methods, caught where answers are written. */
export class Refusal extends Error {
  override readonly name = 'Refusal'
  readonly problems: readonly (Problem | string)[]

  constructor(...problems: readonly (Problem | string)[]) {
    super('validation')
    this.problems = problems
  }
}

const sentences: Record<number, (field: string, parameters: readonly string[]) => string> = {
  1: (field) => `Field '${field}' is required`,
  2: (field, bounds) => `Field '${field}' must be ${numeric(bounds)}`,
  3: (field) => `Field '${field}' must be a valid email address`,
  4: (field) => `Field '${field}' must be unique`,
  5: (field, [list]) => `Field '${field}' must be one of the following values: ${list}`,
  6: (field) => `Field '${field}' must be a valid URL`,
  7: (field) => `Field '${field}' must be a valid postal code`,
  8: (field) => `Field '${field}' must be a valid Portuguese tax number`,
  9: (field) => `Field '${field}' must be a valid date (YYYY-mm-dd)`,
  10: (field) => `Field '${field}' is not a valid associated document`,
  11: (field) => `Field '${field}' cannot be communicated to the tax authority`,
  12: (field, [operator, date]) => `Field '${field}' must be ${operator} ${date}`,
  13: (field) => `Field '${field}' must be a valid phone number`,
  14: (field) => `Field '${field}': the IVA must come last and be cumulative`,
  15: (field) => `Field '${field}' has more than one IVA`,
  16: (field) => `Field '${field}': the customer must be identified (CIVA, art. 36, n. 15)`,
  17: (field) => `Field '${field}' reached its limit`,
}

/** The body of a refusal, plain or with sentences. */
export function renderProblems(problems: readonly (Problem | string)[], human: boolean) {
  return problems.map((problem) => {
    if (typeof problem === 'string') return human ? { code: problem, description: problem } : problem
    const parameters = problem.parameters ?? []
    const code = [problem.code, problem.field, ...parameters].join(' ')
    return human ? { code, description: sentences[problem.code]?.(problem.field, parameters) ?? code } : code
  })
}

function numeric([integer, ...bounds]: readonly string[]): string {
  const labels = ['greater than', 'less than', 'greater than or equal to', 'less than or equal to']
  const limits = labels.flatMap((label, index) => (bounds[index] ? [`${label} ${bounds[index]}`] : []))
  return [integer === '1' ? 'integer' : 'float', ...limits].join(', ')
}
