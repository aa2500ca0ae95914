/** A file that is written by a program and kept in the repository, so that a change of it shows in a diff. */
export interface Generator {
  readonly name: string;
  /** From the project's root. */
  readonly file: string;
  /** The whole file as it should be; `current` is the file as it is, '' when it is absent. */
  produce(current: string): string | Promise<string>;
}
