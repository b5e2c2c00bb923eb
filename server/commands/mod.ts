/**
 * The commands of `server/main.ts`, by name.
 *
 * @module
 */
import { demo } from "./demo.ts";
import { serve } from "./serve.ts";

/** Every command. */
export const commands = { serve, demo } as const;
