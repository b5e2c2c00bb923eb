/** What takes the place of a window in a query that aggregates its frame. */
import type { Node } from "./sql_tree.ts";

const ZERO: Node = {
  class: "CONSTANT",
  type: "VALUE_CONSTANT",
  alias: "",
  value: { type: { id: "INTEGER", type_info: null }, is_null: false, value: 0 },
};

/** What stands for a window: the value of its frame, and where that holds no row, what it then is. */
export function valueOf(window: Node, column_names: string[]): Node {
  const value = { class: "COLUMN_REF", type: "COLUMN_REF", alias: window.alias, column_names };
  return window.function_name === "count"
    ? {
      class: "OPERATOR",
      type: "OPERATOR_COALESCE",
      alias: window.alias,
      children: [{ ...value, alias: "" }, ZERO],
    }
    : value;
}

/** The aggregate of the rows of its frame that a window is. */
function asAggregate(window: Node): Node {
  const { function_name, schema, catalog, children, filter_expr, distinct } = window;
  return {
    class: "FUNCTION",
    type: "FUNCTION",
    alias: "",
    function_name,
    schema,
    catalog,
    children,
    filter: filter_expr,
    order_bys: { type: "ORDER_MODIFIER", orders: [] },
    distinct,
    is_operator: false,
    export_state: false,
  };
}

/**
 * The aggregates `value_0`, `value_1` and so on of windows over the same frame, of columns only: where
 * one is of something else, that is among what is `computed` of each row. A row is in many frames, and
 * once these are joined it would be computed for each of them.
 *
 * @param ask Takes an expression with the name that it gets, and gives its place.
 */
export function asAggregates(
  windows: readonly Node[],
  ask: (expression: Node, alias: string) => number,
): { values: number[]; computed: number[] } {
  const computed: number[] = [];
  const values = windows.map((window, i) => {
    const [first, ...others] = window.children;
    if (first === undefined || first.class === "COLUMN_REF") {
      return ask(asAggregate(window), `value_${i}`);
    }
    const column_names = [`argument_${computed.length}`];
    computed.push(ask(first, column_names[0]));
    const argument = { class: "COLUMN_REF", type: "COLUMN_REF", alias: "", column_names };
    return ask(asAggregate({ ...window, children: [argument, ...others] }), `value_${i}`);
  });
  return { values, computed };
}

/** Whether the value over one row is that of the row. */
export function isOwnValue({ function_name, filter_expr }: Node): boolean {
  return ["max", "min"].includes(function_name) && filter_expr === null;
}
