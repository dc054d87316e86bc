/** What a consumer sees of the optional parts, and whether their errors are those of the root. */
export function adapters({ UsageError, bullmq, kysely }) {
  return {
    bullmq: Object.keys(bullmq),
    kysely: Object.keys(kysely),
    misused: [
      catching(() => bullmq.bullmqScheduler({ connection: {}, concurrency: 0 })),
      catching(() => kysely.sqlStore({ db: { isTransaction: true } })),
    ].every((error) => error instanceof UsageError),
  }
}

function catching(action) {
  try {
    return action()
  } catch (error) {
    return error
  }
}
