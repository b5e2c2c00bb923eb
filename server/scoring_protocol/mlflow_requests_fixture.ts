/** Requests of MLflow's scoring protocol with what `mlflow models serve` makes of each. */

/** A body and how it is announced. */
export interface MlflowRequest {
  readonly name: string;
  readonly body: string | Uint8Array<ArrayBuffer>;
  /** Content type; null sends none. */
  readonly type: string | null;
}

/** A request that is answered with predictions. */
export interface GoodRequest extends MlflowRequest {
  /** The rows that MLflow reads in it, in the order of {@linkcode COLUMNS}; NaN is missing. */
  readonly rows: readonly (readonly number[])[];
}

/** A request that is refused. */
export interface BadRequest extends MlflowRequest {
  readonly status: 400 | 415;
  /** MLflow's `error_code`; its 415 is plain text, ours JSON as every error of a route. */
  readonly code?: "BAD_REQUEST" | "INVALID_PARAMETER_VALUE";
}

/** The columns of the model that the requests are for. */
export const COLUMNS = ["residual_week", "hour"] as const;

type Rows = readonly (readonly (number | null)[])[];

const tables: Readonly<Record<string, Rows>> = {
  "one row": [[0.1, 3]],
  "missing values": [[null, 3], [0.5, null], [null, null], [-6, 12]],
  "whole numbers": [[-2, 0], [4, 23], [0, 12]],
  "numbers beyond float32": [[1e39, 3], [-1e39, 3], [0.5, 1e300], [1e-50, 3]],
  "a thousand rows": Array.from({ length: 1000 }, (_, i) => [6 * Math.sin(i), i % 24]),
};

const [JSON_TYPE, CSV] = ["application/json", "text/csv"];
const forms: Readonly<Record<string, (rows: Rows) => unknown>> = {
  "dataframe_split": (rows) => ({ dataframe_split: { columns: COLUMNS, data: rows } }),
  "dataframe_split in another order, with an index and a column more": (rows) => ({
    dataframe_split: {
      index: rows.map((_, i) => `row ${i}`),
      data: swapped(rows).map(([hour, residual]) => [hour, "b1", residual]),
      columns: ["hour", "room", "residual_week"],
    },
  }),
  "dataframe_records": (rows) => ({
    dataframe_records: rows.map(([residual_week, hour]) => ({ residual_week, hour })),
  }),
  "dataframe_records in another order, with params": (rows) => ({
    dataframe_records: rows.map(([residual_week, hour]) => ({ hour, residual_week })),
    params: { threshold: 0.5 },
  }),
  "instances by row": (rows) => ({
    instances: rows.map(([residual_week, hour]) => ({ hour, residual_week })),
  }),
  "instances by column": (rows) => ({
    instances: { hour: column(rows, 1), residual_week: column(rows, 0) },
  }),
  "inputs by column": (rows) => ({
    inputs: { residual_week: column(rows, 0), hour: column(rows, 1) },
  }),
  "inputs by row": (rows) => ({
    inputs: rows.map(([residual_week, hour]) => ({ residual_week, hour })),
  }),
};

function cells(rows: Rows): string {
  return rows.map((row) => row.map((value) => value ?? "").join()).join("\n");
}

function swapped(rows: Rows): Rows {
  return rows.map(([residual, hour]) => [hour, residual]);
}

function column(rows: Rows, place: number): (number | null)[] {
  return rows.map((row) => row[place]);
}

function json(name: string, value: unknown): MlflowRequest {
  return { name, body: JSON.stringify(value), type: JSON_TYPE };
}

function readBy(rows: Rows): number[][] {
  return rows.map((row) => row.map((value) => value ?? NaN));
}

const inForms = Object.entries(tables).flatMap(([table, rows]): GoodRequest[] => [
  ...Object.entries(forms).map(([form, write]) => ({
    ...json(`${table} as ${form}`, write(rows)),
    rows: readBy(rows),
  })),
  {
    name: `${table} as CSV`,
    body: `residual_week,hour\n${cells(rows)}\n`,
    type: CSV,
    rows: readBy(rows),
  },
  {
    name: `${table} as CSV of another program`,
    body: `"hour","residual_week"\r\n${cells(swapped(rows)).replaceAll("\n", "\r\n\r\n")}`,
    type: `${CSV};charset=UTF-8`,
    rows: readBy(rows),
  },
]);

const bare = '{"dataframe_split":{"columns":["hour","residual_week"],"data":';

/** Fifty tables in ten forms, and what pandas reads beside plain numbers. */
export const goodRequests: readonly GoodRequest[] = [
  ...inForms,
  {
    ...json("numbers as text and truth values", {
      dataframe_records: [{ residual_week: " -1.5 ", hour: true }, {
        residual_week: "1_0",
        hour: "1e1",
      }],
    }),
    rows: [[-1.5, 1], [10, 10]],
  },
  {
    ...json("names of numbers as text", {
      inputs: { residual_week: ["nan", "inf"], hour: ["-Infinity", "NaN"] },
    }),
    rows: [[NaN, -Infinity], [Infinity, NaN]],
  },
  {
    name: "bare names of numbers, as Python writes them",
    body: `${bare}[[3,NaN],[-Infinity,0.5],[3,Infinity]]}}`,
    type: JSON_TYPE,
    rows: [[NaN, 3], [0.5, -Infinity], [Infinity, 3]],
  },
  {
    ...json("one value for all rows", { inputs: { residual_week: [0.1, null], hour: 3 } }),
    rows: [[0.1, 3], [NaN, 3]],
  },
  { ...json("values alone", { inputs: { residual_week: 0.1, hour: null } }), rows: [[0.1, NaN]] },
  {
    ...json("a key that is no form, beside params of no form", {
      inputs: { residual_week: [0.1], hour: [3] },
      params: 5,
      signature_name: "x",
    }),
    rows: [[0.1, 3]],
  },
  {
    name: "a repeated key, of which the last counts",
    body: '{"inputs":{"residual_week":[9],"residual_week":[0.1],"hour":[3]}}',
    type: `${JSON_TYPE}; charset=utf-8`,
    rows: [[0.1, 3]],
  },
  {
    ...json("no rows of dataframe_split", { dataframe_split: { columns: COLUMNS, data: [] } }),
    rows: [],
  },
  { ...json("no rows of inputs", { inputs: { residual_week: [], hour: [] } }), rows: [] },
  { name: "no rows of CSV", body: "hour,residual_week", type: CSV, rows: [] },
  {
    name: "what pandas takes for missing in CSV",
    body: "hour,residual_week\n3,NaN\n3,NA\n3,null\n3,None\n3,n/a\n3,#N/A\n3,-nan\n3,<NA>\n",
    type: CSV,
    rows: Array.from({ length: 8 }, () => [NaN, 3]),
  },
  {
    name: "numbers of CSV that are written oddly",
    body: "hour,residual_week\n 3 ,+1.\n.5e1,-inf\n3,Infinity\n",
    type: CSV,
    rows: [[1, 3], [-Infinity, 5], [Infinity, 3]],
  },
  {
    name: "CSV as pandas writes it, with the index",
    body: ",hour,residual_week\n0,3,0.1\n1,4,\n",
    type: CSV,
    rows: [[0.1, 3], [NaN, 4]],
  },
  {
    name: "CSV with a byte order mark",
    body: "\ufeffhour,residual_week,hour\n3,0.1,4\n",
    type: CSV,
    rows: [[0.1, 3]],
  },
];

function refused(
  name: string,
  body: unknown,
  code: BadRequest["code"] = "BAD_REQUEST",
): BadRequest {
  return { ...json(name, body), status: 400, code };
}

function refusedText(name: string, body: string, type = JSON_TYPE): BadRequest {
  return { name, body, type, status: 400, code: "BAD_REQUEST" };
}

const good = { inputs: { residual_week: [0.1], hour: [3] } };
const SIGNATURE = "INVALID_PARAMETER_VALUE";

function frame(data: unknown, columns: unknown = COLUMNS) {
  return { dataframe_split: { columns, data } };
}

/** What is refused, most of it by mistakes that clients make. */
export const badRequests: readonly BadRequest[] = [
  refusedText("an empty body", ""),
  refusedText("JSON that is cut off", '{"inputs": {"hour": [3'),
  refusedText("JSON that goes on", `${JSON.stringify(good)} x`),
  refusedText("JSON with single quotes", "{'inputs': {}}"),
  refusedText("a number with a leading zero", '{"inputs": {"residual_week": [01], "hour": [3]}}'),
  refused("null", null),
  refused("a number", 5),
  refused("a list", []),
  refused("an empty object", {}),
  refused("no form", { columns: COLUMNS, data: [[0.1, 3]] }),
  refused("two forms", { ...good, instances: [] }),
  refused("a chat", { messages: [{ role: "user", content: "hello" }] }, SIGNATURE),
  refused("a prompt beside a form", { ...good, prompt: "hello" }, SIGNATURE),
  refused("dataframe_split as a list", { dataframe_split: [[0.1, 3]] }),
  refused("dataframe_split without data", { dataframe_split: { columns: COLUMNS } }),
  refused("dataframe_split with a strange key", {
    dataframe_split: { columns: COLUMNS, data: [[0.1, 3]], dtype: "float" },
  }),
  refused("dataframe_split without columns", { dataframe_split: { data: [[0.1, 3]] } }, SIGNATURE),
  refused("dataframe_split that lacks a column", frame([[3]], ["hour"]), SIGNATURE),
  refused(
    "dataframe_split with a mistyped column",
    frame([[0.1, 3]], ["residual_week", "Hour"]),
    SIGNATURE,
  ),
  refused(
    "dataframe_split with a repeated column",
    frame([[1, 2, 3]], [...COLUMNS, "hour"]),
    SIGNATURE,
  ),
  refused("dataframe_split with columns as text", frame([[0.1, 3]], "residual_week,hour")),
  refused("dataframe_split with short rows", frame([[0.1]])),
  refused("dataframe_split with long rows", frame([[0.1, 3, 5]])),
  refused("dataframe_split with numbers for rows", frame([0.1, 3])),
  refused("dataframe_split with a number for data", frame(5)),
  refused("dataframe_split with text", frame([["noon", 3]])),
  refused("dataframe_split with empty text", frame([[0.1, 3], ["", 3]])),
  refused("dataframe_split with a list for a value", frame([[[0.1], 3]])),
  refused("dataframe_records as an object", { dataframe_records: good.inputs }),
  refused("dataframe_records of no record", { dataframe_records: [] }, SIGNATURE),
  refused("dataframe_records without names", { dataframe_records: [[0.1, 3]] }, SIGNATURE),
  refused("dataframe_records that lack a column", { dataframe_records: [{ hour: 3 }] }, SIGNATURE),
  refused("dataframe_records with null for a record", {
    dataframe_records: [{ residual_week: 0.1, hour: 3 }, null],
  }),
  refused("dataframe_records with an object for a value", {
    dataframe_records: [{ residual_week: {}, hour: 3 }],
  }),
  refused("instances without names", { instances: [[0.1, 3]] }, SIGNATURE),
  refused("instances of no row", { instances: [] }, SIGNATURE),
  refused("instances of which one forgets a column", {
    instances: [{ residual_week: 0.1, hour: 3 }, { hour: 3 }],
  }),
  refused("instances with text", { instances: [{ residual_week: "noon", hour: 3 }] }),
  refused("instances with a number for a record", {
    instances: [{ residual_week: 0.1, hour: 3 }, 5],
  }),
  refused("instances as a number", { instances: 5 }, SIGNATURE),
  refused("inputs without names", { inputs: [[0.1, 3]] }, SIGNATURE),
  refused("inputs by the name of the tensor", { inputs: { features: [[0.1, 3]] } }, SIGNATURE),
  refused("inputs that lack a column", { inputs: { hour: [3] } }, SIGNATURE),
  refused("inputs with text", { inputs: { residual_week: ["0x10"], hour: [3] } }),
  refused("inputs with an object for a column", { inputs: { residual_week: {}, hour: [3] } }),
  refused("inputs as null", { inputs: null }, SIGNATURE),
  refusedText("CSV of one line end", "\n", CSV),
  { ...refusedText("CSV that lacks a column", "hour\n3\n", CSV), code: SIGNATURE },
  { ...refusedText("CSV with semicolons", "hour;residual_week\n3;0.1\n", CSV), code: SIGNATURE },
  {
    ...refusedText("CSV with blanks in the header", "hour, residual_week\n3,1\n", CSV),
    code: SIGNATURE,
  },
  refusedText("CSV with text", "hour,residual_week\n3,noon\n", CSV),
  refusedText("CSV with a truth value", "hour,residual_week\n3,0.1\n3,True\n", CSV),
  refusedText("CSV with an underscore", "hour,residual_week\n3,1_0\n", CSV),
  refusedText("CSV with a line too long", "hour,residual_week\n3,0.1\n3,0.1,5\n", CSV),
  refusedText("CSV with an open quote", 'hour,residual_week\n3,"0.1\n', CSV),
  ...[
    "text/plain",
    "application/x-www-form-urlencoded",
    "text/json",
    "application/json, text/csv",
    "application/json; charset=latin-1",
    "application/json; charset=",
    "application/json; pandas=split",
    "text/csv; header=present",
    "",
  ].map((type) => ({ ...json(`content type "${type}"`, good), type, status: 415 as const })),
];
