/** What a code means for a person. `{thing}`, `{field}` and the names of an issue's details are filled in. */
export interface IssueText {
  /** What happened. */
  readonly text: string
  /** What to do next. */
  readonly todo: string
}
