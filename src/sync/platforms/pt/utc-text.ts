/** Earlier than or equal to Lisbon's own time: a window that starts here misses nothing in either zone. */
export const utcText = (ms: number) => new Date(ms).toISOString().slice(0, 19).replace('T', ' ')

/** Before anything in Moloni was made, ms. */
export const BEGINNING = Date.UTC(2000, 0, 1)
