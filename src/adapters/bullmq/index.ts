export { type BullmqScheduler, bullmqScheduler } from './bullmq-scheduler.ts'
export type { BullmqSchedulerOptions } from './options.ts'
