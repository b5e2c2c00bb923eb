/** Leafing through a list that is longer than a page. */

import { html } from "hono/html";
import type { Parameter } from "../requests/parameters.ts";
import { readInteger } from "../requests/protobuf_json.ts";
import { TrackingError } from "../tracking_error.ts";
import type { Markup } from "./page_response.ts";
import { count } from "./quantities.ts";

/** The last page that can be asked for; a list so long is searched, not leafed through. */
const lastPage = 1_000_000;

/** The number of a page, counted from 1; the first one when absent or empty. */
export const pageNumber: Parameter<number> = {
  absent: 1,
  checks: [],
  read(value) {
    if (value === "") return { value: 1, complete: true };
    const page = Number(readInteger(value));
    if (page >= 1 && page <= lastPage) return { value: page, complete: true };
    throw new TrackingError(
      "INVALID_PARAMETER_VALUE",
      `Cannot show page ${value}: expected a number from 1 to ${lastPage}`,
    );
  },
};

/** What a pager tells and leads to. */
export interface PagerFacts {
  /** The page shown, counted from 1. */
  readonly page: number;
  /** Items of a full page. */
  readonly size: number;
  /** Items on this page. */
  readonly shown: number;
  /** Whether there is a page after this one. */
  readonly more: boolean;
  /** What the items are, in the plural. */
  readonly noun: string;
  /** The address of a page. */
  readonly href: (page: number) => string;
}

/**
 * Which items of a list are shown, and links to those before and after. Nothing when all are.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * const facts = { page: 2, size: 50, shown: 20, more: false, noun: "runs" };
 * const text = String(await pager({ ...facts, href: (page) => `?page=${page}` }));
 * assert.match(text, /Runs 51 to 70/i);
 * assert.match(text, /<a href="\?page=1" rel="prev">Previous<\/a>/);
 * ```
 */
export function pager({ page, size, shown, more, noun, href }: PagerFacts): Markup {
  if (page === 1 && !more) return html``;
  const first = (page - 1) * size + 1;
  const range = shown === 0
    ? html`No ${noun} here`
    : html`${noun} ${count(first)} to ${count(first + shown - 1)}`;
  return html`
    <nav class="pager"
      aria-label="Pages of ${noun}"><span class="range">${range}</span> ${page > 1
        ? html`<a href="${href(page - 1)}" rel="prev">Previous</a>`
        : html`<span>Previous</span>`} ${more
        ? html`<a href="${href(page + 1)}" rel="next">Next</a>`
        : html`<span>Next</span>`}</nav>
  `;
}
