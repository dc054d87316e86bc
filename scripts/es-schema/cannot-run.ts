/** The schema cannot be written; the message is for a person and says what to do. */
export class CannotRun extends Error {}
