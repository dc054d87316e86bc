const COERCION = /^Variable "\$(\w+)" got invalid value .*?(?: at "([\w$.[\]]+)")?; ([^;]*)$/s

/**
 * What a server says of variables that do not fit, without the values that it repeats: they may be anybody's name or
 * password.
 */
export function withoutValues(message: string): string {
  const [, variable, place, reason] = COERCION.exec(message) ?? []
  if (variable === undefined || reason === undefined) {
    return message.startsWith('Variable "$') ? (message.split(' got invalid value ', 1)[0] ?? '') : message
  }
  const [said = ''] = reason.replace(/Value "[^"]*"/, 'The value').split(': ', 1)
  return `${place ?? variable}: ${said}`
}
