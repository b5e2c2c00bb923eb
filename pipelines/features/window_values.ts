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
export function asAggregate(window: Node): Node {
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

/** Whether the value over one row is that of the row. */
export function isOwnValue({ function_name, filter_expr }: Node): boolean {
  return ["max", "min"].includes(function_name) && filter_expr === null;
}
