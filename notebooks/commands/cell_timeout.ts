/** How long a cell may take, for every command that runs notebooks. */

/** The option `--timeout`, as a command declares it. */
export const CELL_TIMEOUT = {
  type: "number",
  placeholder: "S",
  description: "Seconds that one cell may take",
  min: 1,
  default: 600,
} as const;
