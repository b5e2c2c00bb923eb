/** The contract of a route: one method and path, its answer, and how its errors are written. */
import type { Context } from "hono";
import type { AppDeps } from "../deps.ts";
import type { ErrorShape } from "../error_shapes/error_shape.ts";
import type { Operation } from "../openapi/operation.ts";

/** One way into the server. */
export interface Route {
  readonly method: "GET" | "POST";
  /** Starts with a slash; parameters stand as `:name`. Unique among the routes of its method. */
  readonly path: string;
  /** What it answers, in one sentence. */
  readonly summary: string;
  /** How the path's errors are written. */
  readonly errorShape: ErrorShape;
  /** What the OpenAPI document says of it beside method, path and summary. */
  readonly operation: Operation;
  /**
   * Whether it answers while it reads: its body may be of any length, and it reads it in pieces of
   * bounded size. Such requests share a bound of their own. @default {false}
   */
  readonly streams?: boolean;
  /**
   * Answers a request.
   *
   * @throws {RequestError} When the request cannot be answered as asked.
   */
  answer(c: Context, deps: AppDeps): Response | Promise<Response>;
}
