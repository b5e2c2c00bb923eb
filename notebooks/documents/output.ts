/** What a code cell shows, as nbformat 4 keeps it. */

/** A value in each MIME type that can show it: text, or JSON for `application/json` and its kin. */
export type MimeBundle = Readonly<Record<string, unknown>>;

/** Text written to standard output or standard error. */
export interface StreamOutput {
  readonly output_type: "stream";
  readonly name: string;
  readonly text: string;
}

/** Something displayed by the code. */
export interface DisplayOutput {
  readonly output_type: "display_data";
  readonly data: MimeBundle;
  readonly metadata: Readonly<Record<string, unknown>>;
}

/** The value of the cell's last expression. */
export interface ResultOutput {
  readonly output_type: "execute_result";
  readonly data: MimeBundle;
  readonly metadata: Readonly<Record<string, unknown>>;
  readonly execution_count: number | null;
}

/** An exception that ended the cell. */
export interface ErrorOutput {
  readonly output_type: "error";
  /** Name of the error's class. */
  readonly ename: string;
  /** Its message. */
  readonly evalue: string;
  /** Lines of text. */
  readonly traceback: readonly string[];
}

/** One output of a code cell. */
export type Output = StreamOutput | DisplayOutput | ResultOutput | ErrorOutput;
