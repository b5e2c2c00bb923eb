/**
 * The commands of `notebooks/main.ts`, by name.
 *
 * @module
 */
import { list } from "./list.ts";
import { run } from "./run.ts";

/** Every command. */
export const commands = { list, run } as const;
