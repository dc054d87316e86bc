/** The rows of a list: GraphQL may leave the list out, or put null in the place of a row. */
export function stated<Row>(list: readonly (Row | null | undefined)[] | null | undefined): Row[] {
  return (list ?? []).flatMap((row) => (row === null || row === undefined ? [] : [row]))
}
