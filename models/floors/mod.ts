/** The floors: one line each. */

import { constantFloor } from "./constant.ts";
import { randomFloor } from "./random.ts";
import { seasonalNaiveFloor } from "./seasonal_naive.ts";

/** Every floor, by its name. */
export const floors = {
  random: randomFloor,
  constant: constantFloor,
  seasonal_naive: seasonalNaiveFloor,
} as const;
