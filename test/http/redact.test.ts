import { describe, expect, it } from 'vitest'
import { redact } from '../../src/http/index.ts'

describe('words from outside', () => {
  it.each([
    ['access_token=abc123', 'abc123'],
    ['refresh_token: abc123', 'abc123'],
    ['{"client_secret":"abc123"}', 'abc123'],
    ['?code=abc123&state=xyz789', 'xyz789'],
    ["password = 'abc123'", 'abc123'],
    ['Token 0123456789abcdef0123456789abcdef01234567 has expired', '0123456789abcdef'],
    ['{"accessToken":"abc123"}', 'abc123'],
    ['refreshToken=abc123', 'abc123'],
    ['clientSecret: abc123', 'abc123'],
    ['apiClientId=api:abc123', 'abc123'],
    ['/file.pdf?jwt=abc123', 'abc123'],
    ['Authorization: Bearer abc123', 'abc123'],
    ['the key apik:0f8a-77:beef does not work', 'beef'],
    ['got eyJhbGciOi.eyJzdWIi.c2lnbmVk', 'c2lnbmVk'],
    ['see https://api.moloni.pt/v1/x/?a=1', 'moloni.pt'],
  ])('lose their secrets: %s', (text, secret) => {
    expect(redact(text)).not.toContain(secret)
  })

  it('lose the secrets that the caller knows, encoded ones too', () => {
    expect(redact('got a b+c and a%20b%2Bc', ['a b+c'])).toBe('got [hidden] and [hidden]')
  })

  it('are short and on one line', () => {
    expect(redact(`a\n\n  b ${'x'.repeat(500)}`, [], 20)).toBe(`a b ${'x'.repeat(15)}…`)
  })

  it('are left alone otherwise', () => {
    expect(redact('Refresh token has expired')).toBe('Refresh token has expired')
    expect(redact('Not authenticated, bearer')).toBe('Not authenticated, bearer')
  })
})
