/** The contract of a page for people: one address, what it reads, and what it shows. */

import type { Shape, Values } from "../requests/parameters.ts";
import type { TrackingStore } from "../store.ts";
import type { Markup } from "./page_response.ts";

/** What a page shows, inside the frame of every page. */
export interface PageContent {
  /** Text of the tab. */
  readonly title: string;
  /** Content of the main element, with one h1. */
  readonly main: Markup;
  /**
   * 400 when the page itself says what is wrong with its query.
   * @default {200}
   */
  readonly status?: 200 | 400;
}

/** One page. It only reads, runs no script, and links by addresses relative to its own. */
export interface Page {
  /** Path below `/pages/`, without parameters and unique among the pages. */
  readonly path: string;
  /** What it shows, in one sentence. */
  readonly summary: string;
  /** What its query carries. */
  readonly parameters: Shape;
  /**
   * Answers a request whose query holds the parameters.
   *
   * @throws {TrackingError} When there is no such record or the query cannot be read.
   */
  answer(
    store: TrackingStore,
    query: Readonly<Record<string, unknown>>,
  ): PageContent | Promise<PageContent>;
}

/** What `definePage` takes: a page whose answer sees typed parameters. */
export interface PageDefinition<S extends Shape> extends Pick<Page, "path" | "summary"> {
  readonly parameters: S;
  answer(store: TrackingStore, query: Values<S>): PageContent | Promise<PageContent>;
}
