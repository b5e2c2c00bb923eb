/** `/registered-models/alias-history`: which version an alias named, and since when. */

import { integer, requiredText, text } from "../parameters.ts";
import { readAliasMoves } from "../records/alias_moves.ts";
import { orAbsent } from "../records/pairs.ts";
import { pageSize } from "../search/page.ts";
import { defineRoute } from "./define.ts";
import type { Route } from "./route.ts";

const history = defineRoute({
  method: "GET",
  path: "registered-models/alias-history",
  parameters: { name: requiredText, alias: text, max_results: integer, page_token: text },
  answer({ database }, { name, alias, max_results, page_token }) {
    const size = pageSize(max_results, { preset: 100, most: 1000 });
    const page = readAliasMoves(
      database,
      { name, alias: alias || undefined },
      { size, token: page_token },
    );
    return { moves: orAbsent(page.items), next_page_token: page.nextPageToken };
  },
});

/** The history of aliases; that of a deleted model stays. */
export const aliasHistoryRoutes: readonly Route[] = [history];
