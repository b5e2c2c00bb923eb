/** Where our server answers a request of MLflow's scoring protocol otherwise, and why. */
import type { MlflowRequest } from "./mlflow_requests_fixture.ts";

/** A request on which the two differ. */
export interface MlflowDifference extends MlflowRequest {
  /** Status of `mlflow models serve`. */
  readonly mlflow: number;
  /** Status of ours. */
  readonly ours: number;
  readonly reason: string;
}

const [JSON_TYPE, CSV] = ["application/json", "text/csv"];
const row = '{"inputs":{"residual_week":[0.1],"hour":[3]}}';
const LEFT_OUT = "a feature that was left out would pass for a measurement that is missing";
const RFC_9110 = "RFC 9110: media types and names of parameters have no case, values may be quoted";
const FAILED = "what a sender did wrong is no failure of the server";

/** Every difference that is known, each with one request that shows it. */
export const mlflowDifferences: readonly MlflowDifference[] = [
  { name: "no content type", body: row, type: null, mlflow: 500, ours: 415, reason: FAILED },
  {
    name: "JSON that is not UTF-8",
    body: Uint8Array.of(0x7b, 0xff, 0x7d),
    type: JSON_TYPE,
    mlflow: 500,
    ours: 400,
    reason: FAILED,
  },
  {
    name: "lists nested by the thousand",
    body: `{"inputs":${"[".repeat(5000)}${"]".repeat(5000)}}`,
    type: JSON_TYPE,
    mlflow: 500,
    ours: 400,
    reason: FAILED,
  },
  {
    name: "a type in upper case",
    body: row,
    type: "Application/JSON",
    mlflow: 415,
    ours: 200,
    reason: RFC_9110,
  },
  {
    name: "a charset in quotes, and a semicolon at the end",
    body: row,
    type: 'application/json; Charset="utf-8";',
    mlflow: 415,
    ours: 200,
    reason: RFC_9110,
  },
  {
    name: "a row of dataframe_split that is too short",
    body: '{"dataframe_split":{"columns":["residual_week","hour"],"data":[[0.1,3],[0.1]]}}',
    type: JSON_TYPE,
    mlflow: 200,
    ours: 400,
    reason: LEFT_OUT,
  },
  {
    name: "a record that forgets a column",
    body: '{"dataframe_records":[{"residual_week":0.1,"hour":3},{"hour":3}]}',
    type: JSON_TYPE,
    mlflow: 200,
    ours: 400,
    reason: LEFT_OUT,
  },
  {
    name: "a line of CSV that is too short",
    body: "residual_week,hour\n0.1,3\n0.1\n",
    type: CSV,
    mlflow: 200,
    ours: 400,
    reason: LEFT_OUT,
  },
  {
    name: "a header of CSV that is too short",
    body: "residual_week,hour\n0.1,3,12\n",
    type: CSV,
    mlflow: 200,
    ours: 400,
    reason: "pandas takes the first value for an index and scores the others shifted by one column",
  },
  {
    name: "more labels in the index than rows",
    body: '{"dataframe_split":{"columns":["residual_week","hour"],"data":[[0.1,3]],"index":[0,1]}}',
    type: JSON_TYPE,
    mlflow: 200,
    ours: 400,
    reason: "pandas repeats the row: two predictions for one row sent",
  },
  {
    name: "a split data frame whose data are no rows",
    body: '{"dataframe_split":{"columns":["residual_week","hour"],"data":null}}',
    type: JSON_TYPE,
    mlflow: 200,
    ours: 400,
    reason: "the protocol says a list of rows; pandas takes whatever makes a data frame",
  },
  {
    name: "a column of another length that the model does not have",
    body: '{"inputs":{"residual_week":[0.1],"hour":[3],"room":["b1","b2"]}}',
    type: JSON_TYPE,
    mlflow: 400,
    ours: 200,
    reason: "columns that the model does not have are left unread",
  },
  {
    name: "text that goes on after a quote in CSV",
    body: 'residual_week,hour\n"1"2,3\n',
    type: CSV,
    mlflow: 200,
    ours: 400,
    reason: "RFC 4180: a quote ends the value; pandas reads 12",
  },
  {
    name: "Parquet",
    body: row,
    type: "application/vnd.apache.parquet",
    mlflow: 400,
    ours: 415,
    reason: "MLflow reads Parquet as well; there is no reader of it in the path of a request",
  },
];
