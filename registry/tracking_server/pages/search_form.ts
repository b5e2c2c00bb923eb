/** The form that searches a list by MLflow's filter grammar. */

import { html } from "hono/html";
import type { Markup } from "./page_response.ts";

/** What a search form shows and sends. */
export interface SearchFacts {
  /** Path of the page that answers. */
  readonly action: string;
  /** What the filter is now. */
  readonly filter: string;
  /** A filter to learn from. */
  readonly example: string;
  /** Why the filter cannot be read, in the words of the search. */
  readonly error?: string;
  /** Fields that are sent along unseen. */
  readonly hidden?: Readonly<Record<string, string | undefined>>;
  /** The records to show; a list without deleted ones has no such choice. */
  readonly view?: string;
  /** Further fields. */
  readonly more?: Markup;
}

/** MLflow's names of what a search shows, and words for people. */
const views = {
  ACTIVE_ONLY: "Active",
  DELETED_ONLY: "Deleted",
  ALL: "All",
} as const;

/**
 * A GET form that works without script; an error stands below the filter that it is about.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * const facts = { action: "models", filter: "name = 1", example: "name LIKE 'e%'" };
 * const text = String(await searchForm({ ...facts, error: "Expected a quoted string value" }));
 * assert.match(text, /id="filter-error"[^>]*>Expected a quoted string value/);
 * ```
 */
export function searchForm(facts: SearchFacts): Markup {
  const { action, filter, example, error, hidden = {}, view, more } = facts;
  const sent = Object.entries(hidden).filter(([, value]) => value !== undefined && value !== "");
  const field = html`
    <input type="text" id="filter" name="filter" value="${filter}" placeholder="${example}"
      maxlength="4000" autocomplete="off" autocapitalize="off" spellcheck="false"
  `;
  return html`
    <form class="search" method="get" action="${action}"
      role="search">${sent.map(([name, value]) =>
        html`<input type="hidden" name="${name}" value="${value}">`
      )}<div class="filter"><label for="filter">Filter</label>${field}${error === undefined
        ? html`>`
        : html`
          aria-invalid="true" aria-describedby="filter-error">
        `}</div>${view === undefined
        ? ""
        : viewChoice(view)}<button>Search</button>${error === undefined
        ? ""
        : html`<p class="wrong" id="filter-error">${error}</p>`}${more ?? ""}</form>
  `;
}

function viewChoice(chosen: string): Markup {
  return html`<div><label for="view">Show</label><select id="view" name="view">${
    Object.entries(views).map(([name, text]) =>
      name === chosen
        ? html`<option value="${name}" selected>${text}</option>`
        : html`<option value="${name}">${text}</option>`
    )
  }</select></div>`;
}
