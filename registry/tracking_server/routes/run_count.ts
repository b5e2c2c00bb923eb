/** `/runs/count`: how many runs a search would find, without reading them. */

import { text, textList } from "../requests/parameters.ts";
import { parseFilter } from "../search/filter.ts";
import { condition } from "../search/grammar.ts";
import { viewType } from "../search/view_type.ts";
import { defineRoute } from "./define.ts";
import type { Route } from "./route.ts";
import { runFilter } from "../search/run_filter.ts";
import { runGrammar, runsIn } from "./run_search.ts";

const count = defineRoute({
  method: "POST",
  path: "runs/count",
  parameters: { experiment_ids: textList, filter: text, run_view_type: viewType },
  answer({ database }, search) {
    const select = runsIn(search);
    const where = condition(runGrammar, parseFilter(search.filter ?? "", runFilter));
    return database.first<{ count: number }>(
      `SELECT count(*) AS count FROM (${select.text} AND ${where.text})`,
      ...select.values,
      ...where.values,
    )!;
  },
});

/** The count of runs. */
export const runCountRoutes: readonly Route[] = [count];
