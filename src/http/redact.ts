const NAMED =
  /\b(access_?token|refresh_?token|client_?secret|client_?id|api_?client_?id|jwt|password|username|code|state)(["']?\s*[=:]\s*["']?)([^&\s"'<>,}]+)/gi
const BEARER = /\bbearer\s+[^\s"'<>,}]+/gi
const API_KEY = /\bapik:[^\s"'<>,}]+/gi
const JSON_WEB_TOKEN = /\beyJ[\w-]+\.[\w-]+(\.[\w-]+)?/g
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
  safe = safe.replace(ADDRESS, HIDDEN).replace(NAMED, `$1$2${HIDDEN}`)
  for (const secret of [BEARER, API_KEY, JSON_WEB_TOKEN, LONG_HEX]) safe = safe.replace(secret, HIDDEN)
  safe = safe.replace(/\s+/g, ' ').trim()
  return safe.length > max ? `${safe.slice(0, max - 1)}…` : safe
}
