/** Wider texts go on in the next line of their cell. */
const WIDEST = 46

type Cell = string | number

/** Rows as aligned text, under a header and a rule. Columns that hold only numbers are set to the right. */
export function table(header: readonly string[], rows: readonly (readonly Cell[])[]): string {
  const body = rows.map((row) => row.map((cell) => wrap(`${cell}`)))
  const widths = header.map((title, column) =>
    Math.max(title.length, ...body.flatMap((row) => (row[column] ?? []).map(({ length }) => length))),
  )
  const right = header.map((_, column) => rows.every((row) => typeof row[column] === 'number'))
  const line = (texts: readonly (string | undefined)[]) =>
    widths
      .map((width, column) => (texts[column] ?? '')[right[column] ? 'padStart' : 'padEnd'](width))
      .join('  ')
      .trimEnd()
  return [
    line(header),
    widths.map((width) => '─'.repeat(width)).join('  '),
    ...body.flatMap((row) => {
      const height = Math.max(...row.map(({ length }) => length))
      return Array.from({ length: height }, (_, index) => line(row.map((cell) => cell[index])))
    }),
  ].join('\n')
}

function wrap(text: string): string[] {
  const lines: string[] = []
  for (const word of text.split(' ')) {
    const last = lines.at(-1)
    if (last !== undefined && last.length + 1 + word.length <= WIDEST)
      lines[lines.length - 1] = `${last} ${word}`
    else lines.push(word)
  }
  return lines
}
