/**
 * All differences between our answers and those of MLflow's own server, each with its reason.
 *
 * @module
 */

import type { Difference } from "../difference.ts";
import { choices } from "./choices_fixture.ts";
import { databaseTexts } from "./database_texts_fixture.ts";
import { failures } from "./failures_fixture.ts";

/** Every difference. */
export const differences: readonly Difference[] = [...databaseTexts, ...failures, ...choices];
