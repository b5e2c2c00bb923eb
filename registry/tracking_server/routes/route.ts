/** The contract of a JSON endpoint. */

import type { ReadableDatabase } from "../database.ts";
import type { Shape, Values } from "../requests/parameters.ts";
import type { ReadableStore, TrackingStore } from "../store.ts";
import type { RegistryEvent } from "../webhooks/registry_event.ts";

/** One endpoint of MLflow's protocol, with JSON in and out. */
export interface Route {
  readonly method: "GET" | "POST" | "PATCH" | "DELETE";
  /** Path below `/api/2.0/mlflow`; `:name` stands for one segment and is a parameter. */
  readonly path: string;
  /** What the request carries in its query, path or body. */
  readonly parameters: Shape;
  /**
   * Answers a request whose JSON holds the parameters.
   *
   * @param tell Told of what has happened to the registry, once it is committed.
   * @throws {TrackingError} When the request cannot be met.
   */
  answer(
    store: TrackingStore,
    json: Readonly<Record<string, unknown>>,
    tell?: (event: RegistryEvent) => void,
  ): object | Promise<object>;
}

interface Endpoint<S extends Shape> extends Pick<Route, "method" | "path"> {
  readonly parameters: S;
}

/** What `defineRoute` takes: an endpoint that reads, whose answer sees typed parameters. */
export interface RouteDefinition<S extends Shape> extends Endpoint<S> {
  answer(store: ReadableStore, parameters: Values<S>): object | Promise<object>;
}

/** What `defineWrite` takes: an endpoint that writes, and answers at once. */
export interface WriteDefinition<S extends Shape, A extends Readonly<Record<string, unknown>>>
  extends Endpoint<S> {
  answer(store: TrackingStore, parameters: Values<S>): A;
  /** What has happened, for webhooks; looked up in the transaction of the answer. */
  event?(
    database: ReadableDatabase,
    parameters: Values<S>,
    answer: NoInfer<A>,
  ): RegistryEvent | undefined;
}
