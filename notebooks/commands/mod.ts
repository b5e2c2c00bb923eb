/**
 * The commands of `notebooks/main.ts`, by name.
 *
 * @module
 */
import { check } from "./check.ts";
import { exportNotebook } from "./export.ts";
import { history } from "./history.ts";
import { jupyter } from "./jupyter.ts";
import { list } from "./list.ts";
import { restore } from "./restore.ts";
import { run } from "./run.ts";
import { strip } from "./strip.ts";

/** Every command. */
export const commands = {
  list,
  run,
  check,
  strip,
  export: exportNotebook,
  history,
  restore,
  jupyter,
} as const;
