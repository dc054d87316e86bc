/** Does something for each of a list, some at a time. */
export async function each<T>(
  list: readonly T[],
  atOnce: number,
  work: (one: T, place: number) => Promise<void>,
): Promise<void> {
  const left = list.entries()
  await Promise.all(
    Array.from({ length: atOnce }, async () => {
      for (const [place, one] of left) await work(one, place)
    }),
  )
}
