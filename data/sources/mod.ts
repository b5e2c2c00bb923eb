/**
 * Where readings come from. To add a source: write its file after the contract in
 * `source.ts`, its test beside it, and one line here.
 *
 * @module
 */

import { cambridgeEstates } from "./cambridge_estates.ts";
import { lead } from "./lead.ts";
import { syntheticHostel } from "./synthetic_hostel.ts";
import { tableFile } from "./table_file.ts";

/** Every source, as the function that makes it. */
export const sources = { cambridgeEstates, lead, syntheticHostel, tableFile } as const;
