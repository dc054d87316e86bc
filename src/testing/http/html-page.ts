/** A small page for a browser. */
export function page(status: number, body: string, headers: Record<string, string> = {}): Response {
  return new Response(
    `<!DOCTYPE html><html lang="pt"><head><title>Moloni</title></head><body>${body}</body></html>`,
    {
      status,
      headers: { 'content-type': 'text/html; charset=utf-8', ...headers },
    },
  )
}
