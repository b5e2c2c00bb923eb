/**
 * The commands of `notebooks/main.ts`, by name.
 *
 * @module
 */
import { check } from "./check.ts";
import { diff } from "./diff.ts";
import { exportNotebook } from "./export.ts";
import { history } from "./history.ts";
import { jupyter } from "./jupyter.ts";
import { list } from "./list.ts";
import { createNotebook } from "./new.ts";
import { restore } from "./restore.ts";
import { run } from "./run.ts";
import { strip } from "./strip.ts";
import { test } from "./test.ts";
import { watch } from "./watch.ts";

/** Every command. */
export const commands = {
  list,
  run,
  check,
  test,
  watch,
  new: createNotebook,
  diff,
  strip,
  export: exportNotebook,
  history,
  restore,
  jupyter,
} as const;
