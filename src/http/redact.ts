const NAMED =
  /\b(access_token|refresh_token|client_secret|client_id|password|username|code|state)(["']?\s*[=:]\s*["']?)([^&\s"'<>,}]+)/gi
const LONG_HEX = /\b[0-9a-f]{32,}\b/gi
const ADDRESS = /\bhttps?:\/\/[^\s"'<>]+/gi
const HIDDEN = '[hidden]'

/**
 * The text without tokens, passwords, addresses and the given secrets, at most `max` characters long.
 * For words that come from outside and are shown to a person.
 */
export function redact(text: string, secrets: readonly string[] = [], max = 160): string {
  let safe = text
  for (const secret of secrets) {
    if (secret.length > 0)
      safe = safe.replaceAll(secret, HIDDEN).replaceAll(encodeURIComponent(secret), HIDDEN)
  }
  safe = safe.replace(ADDRESS, HIDDEN).replace(NAMED, `$1$2${HIDDEN}`).replace(LONG_HEX, HIDDEN)
  safe = safe.replace(/\s+/g, ' ').trim()
  return safe.length > max ? `${safe.slice(0, max - 1)}…` : safe
}
