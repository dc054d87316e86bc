import type { Fault } from '../../../src/testing/index.ts'
import type { CrashFault } from '../fault.ts'

/** Trouble with one request. The effect has happened or not; what is found out later must be right either way. */
const rows: readonly (readonly [
  name: string,
  title: string,
  fault: Fault | readonly Fault[],
  hangs?: true,
])[] = [
  ['cutBefore', 'the connection is cut before the effect', { kind: 'cut', when: 'before' }],
  ['lost', 'the connection is cut after the effect: the answer is lost', { kind: 'cut', when: 'after' }],
  ['500before', '500 before the effect', { kind: 'status', status: 500, when: 'before' }],
  ['500after', '500 after the effect', { kind: 'status', status: 500, when: 'after' }],
  ['503after', '503 after the effect', { kind: 'status', status: 503, when: 'after' }],
  ['html', 'a web page in place of the answer, after the effect', { kind: 'html', when: 'after' }],
  ['429', 'too many requests', { kind: 'status', status: 429 }],
  ['429wait', 'too many requests, to wait two seconds', { kind: 'status', status: 429, retryAfter: 2 }],
  ['429long', 'too many requests, to wait five minutes', { kind: 'status', status: 429, retryAfter: 300 }],
  ['expire', 'the token is taken for expired in the middle', { kind: 'expire' }],
  ['hangBefore', 'no answer and no effect', { kind: 'hang', when: 'before' }, true],
  ['hangAfter', 'no answer, but the effect', { kind: 'hang', when: 'after' }, true],
  ['stall', 'half of the answer, then nothing', { kind: 'stall' }, true],
  ['late', 'the effect lands a hundred seconds after a cut', { kind: 'late', ms: 100_000, answer: 'cut' }],
  [
    'lag',
    'the answer is lost, and lists show nothing new for ninety seconds',
    [
      { kind: 'lag', ms: 90_000 },
      { kind: 'cut', when: 'after' },
    ],
  ],
]

/** In every third run the trouble lasts for four requests: longer than a read is repeated. */
const timesOf = (seed: number) => (seed % 3 === 0 ? 4 : 1)

export const networkFaults: readonly CrashFault[] = rows.map(([name, title, emulator, hangs]) => ({
  name,
  title,
  strikes: 'requests',
  ...(hangs ? { hangs } : {}),
  arrange(scene, { on, seed }) {
    if (!on) return
    scene.plan({ on: on.request, nth: on.nth, times: timesOf(seed), fault: emulator })
  },
}))
