import { page } from './html-page.ts'

/** Sends the browser back to an application. */
export function redirect(to: string, fields: Record<string, string>): Response {
  const url = new URL(to)
  for (const [name, value] of Object.entries(fields)) url.searchParams.set(name, value)
  return new Response(null, { status: 302, headers: { location: url.href } })
}

/** Asks for the name and the password of a user; `again` after a wrong pair. */
export function loginForm(nameField: string, again: boolean): Response {
  const inputs = `<input name="${nameField}" type="email"><input name="password" type="password"><button>Entrar</button>`
  const notice = again ? '<p>Utilizador ou palavra-passe errados</p>' : ''
  return page(200, `<h1>Entrar</h1>${notice}<form method="post">${inputs}</form>`)
}
