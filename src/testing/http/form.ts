type Tree = Map<string, Tree | string>

/** Form text with PHP's nesting as a value. */
export function decodeForm(text: string): Record<string, unknown> {
  const root: Tree = new Map()
  for (const [name, value] of new URLSearchParams(text)) put(root, pathOf(name), value)
  return Object.fromEntries([...root].map(([key, value]) => [key, plain(value)]))
}

function pathOf(name: string): string[] {
  const open = name.indexOf('[')
  if (open < 1) return [name]
  const inner = [...name.slice(open).matchAll(/\[([^\]]*)\]/g)].map((match) => match[1] ?? '')
  return [name.slice(0, open), ...inner]
}

function put(tree: Tree, path: readonly string[], value: string): void {
  const [head = '', ...rest] = path
  const key = head === '' && path.length >= 1 ? String(tree.size) : head
  if (rest.length === 0) {
    tree.set(key, value)
    return
  }
  const existing = tree.get(key)
  const branch: Tree = existing instanceof Map ? existing : new Map()
  tree.set(key, branch)
  put(branch, rest, value)
}

/** A branch whose keys are all whole numbers is an array. */
function plain(value: Tree | string): unknown {
  if (typeof value === 'string') return value
  const entries = [...value].map(([key, inner]) => [key, plain(inner)] as const)
  if (!entries.every(([key]) => /^\d+$/.test(key))) return Object.fromEntries(entries)
  return entries.sort(([a], [b]) => Number(a) - Number(b)).map(([, inner]) => inner)
}
