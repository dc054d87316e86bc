/** The package `graphql`, an optional peer: types only until the first request. */
export type GraphQL = typeof import('graphql')

/** Loads it, so that the rest of the test kit works without it. */
export async function loadGraphql(): Promise<GraphQL> {
  try {
    return await import('graphql')
  } catch (cause) {
    throw new Error(
      'The Moloni ES/ON emulator executes GraphQL and needs the package "graphql": npm install --save-dev graphql@16',
      { cause },
    )
  }
}
