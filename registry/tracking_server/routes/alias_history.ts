/** `/registered-models/alias-history`: which version an alias named, and since when. */

import { atMost } from "../requests/parameter_checks.ts";
import { checked, integer, requiredText, text } from "../requests/parameters.ts";
import { readAliasMoves } from "../records/alias_moves.ts";
import { orAbsent } from "../records/pairs.ts";
import { positiveSize } from "../search/page_size.ts";
import { defineRoute } from "./define.ts";
import type { Route } from "./route.ts";

const history = defineRoute({
  method: "GET",
  path: "registered-models/alias-history",
  parameters: {
    name: requiredText,
    alias: text,
    max_results: checked(integer, atMost(1000)),
    page_token: text,
  },
  answer({ database }, { name, alias, max_results, page_token }) {
    const size = positiveSize(max_results ?? 100);
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
