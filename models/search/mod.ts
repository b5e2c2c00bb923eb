/** The ways to search: one line each. */

import { randomSearch } from "./random_search.ts";
import { successiveHalving } from "./successive_halving.ts";
import { tpe } from "./tpe.ts";

/** Every way to search, by its name. */
export const searchMethods = {
  tpe,
  random: randomSearch,
  halving: successiveHalving,
} as const;

/** The name of a way to search. */
export type SearchMethodName = keyof typeof searchMethods;
