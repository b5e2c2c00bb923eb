/** The OpenAPI document as a page for people. */
import { html } from "hono/html";
import type { JsonSchema } from "../openapi/components.ts";
import type { ContentObject, OpenApiDocument, OperationObject } from "../openapi/document.ts";
import { page } from "./document.ts";
import type { Markup } from "./page_response.ts";
import { schemaType } from "./schema_type.ts";

/** A command that sends an example. */
export interface DocsCommand {
  /** What it shows. */
  readonly title: string;
  /** For a shell. */
  readonly text: string;
}

/**
 * The page: operations by tag, each with what it takes and answers and how to try it, then the
 * named schemas.
 *
 * @param commands Those that try an operation, by its id.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * const document = {
 *   openapi: "3.1.0",
 *   info: { title: "Wattbook", version: "1", summary: "Scoring." },
 *   servers: [],
 *   tags: [],
 *   paths: {},
 *   components: { schemas: {} },
 * };
 * assert.match(String(await renderDocsPage(document, new Map())), />Interface<\/h1>/);
 * ```
 */
export function renderDocsPage(
  { info, tags, paths, components }: OpenApiDocument,
  commands: ReadonlyMap<string, readonly DocsCommand[]>,
): Markup {
  const operations = Object.entries(paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]) => ({ path, method, operation }))
  );
  return page(
    "Interface",
    html`
      <section aria-labelledby="interface">
        <h1 id="interface">Interface</h1>
        <p class="days">${info
          .summary} The same for programs: <a href="/openapi.json">OpenAPI</a>.</p>
      </section>
      ${tags.map(({ name, description }) =>
        html`
          <section aria-labelledby="tag-${name}">
            <h2 id="tag-${name}">${description.replace(/\.$/, "")}</h2>
            ${operations.filter(({ operation }) => operation.tags.includes(name))
              .map(({ path, method, operation }) =>
                renderOperation(path, method, operation, commands.get(operation.operationId) ?? [])
              )}
          </section>
        `
      )}
      <section aria-labelledby="schemas">
        <h2 id="schemas">What the names stand for</h2>
        ${Object.entries(components.schemas).map(([name, schema]) => renderSchema(name, schema))}
      </section>
    `,
    html`<p>Version ${info.version}</p>`,
  );
}

function renderOperation(
  path: string,
  method: string,
  { operationId, summary, description, parameters = [], requestBody, responses }: OperationObject,
  commands: readonly DocsCommand[],
): Markup {
  return html`
    <article class="operation">
      <h3 id="${operationId}"><code><b>${method.toUpperCase()}</b> ${path}</code></h3>
      <p>${summary}.</p>
      ${description === undefined ? "" : html`<p>${description}</p>`}
      ${parameters.length === 0 ? "" : table(
        ["Parameter", "Is", "Which is"],
        parameters.map(({ name, in: place, required, schema, description }) => [
          html`<code>${name}</code>`,
          html`${schemaType(schema)}`,
          html`${description ?? ""} (${place}${required ? ", required" : ""})`,
        ]),
      )}
      ${requestBody === undefined ? "" : html`<p>Takes ${renderContent(requestBody.content)}</p>`}
      ${commands.map(({ title, text }) =>
        html`
          <details>
            <summary>${title}</summary>
            <pre><code>${text}</code></pre>
          </details>
        `
      )}
      <details>
        <summary>Answers</summary>
        ${table(
          ["Status", "Body", "When"],
          Object.entries(responses).map(([status, { description, content = {} }]) => [
            html`${status}`,
            renderContent(content),
            html`${description}`,
          ]),
        )}
      </details>
    </article>
  `;
}

function renderContent(content: ContentObject): Markup {
  return html`${
    Object.entries(content).map(([mediaType, { schema, "x-itemSchema": line }], i) => {
      const what = line === undefined
        ? schema === undefined ? "" : html`
          (${schemaType(schema)})
        `
        : html`
          (${schemaType(line)} a line)
        `;
      return html`${i === 0 ? "" : " or "}<code>${mediaType}</code>${what}`;
    })
  }`;
}

function renderSchema(name: string, schema: JsonSchema): Markup {
  const { description, properties } = schema;
  const choices = (schema.anyOf ?? schema.oneOf) as readonly JsonSchema[] | undefined;
  return html`
    <article class="operation">
      <h3 id="${name}">${name}</h3>
      ${typeof description === "string" ? html`<p>${description}.</p>` : ""}
      ${(choices ?? []).map((choice) => renderFields(choice))}
      ${choices === undefined && properties === undefined ? html`<p>${schemaType(schema)}</p>` : ""}
      ${renderFields(schema)}
    </article>
  `;
}

function renderFields({ properties, required = [], description, type }: JsonSchema): Markup {
  if (properties === undefined) return html``;
  const needed = required as readonly string[];
  return html`
    ${typeof description === "string" && type === "object" ? html`<p>${description}:</p>` : ""}
    ${table(
      ["Field", "Is", "Which is"],
      Object.entries(properties as Readonly<Record<string, JsonSchema>>)
        .map(([field, schema]) => [
          html`<code>${field}</code>${
            needed.includes(field) ? "" : html`
              (optional)
            `
          }`,
          schemaType(schema),
          html`${typeof schema.description === "string" ? schema.description : ""}`,
        ]),
    )}
  `;
}

function table(head: readonly string[], rows: readonly (readonly Markup[])[]): Markup {
  return html`
    <table class="fields">
      <thead>
        <tr>${head.map((text) => html`<th scope="col">${text}</th>`)}</tr>
      </thead>
      <tbody>${rows.map(([first, ...others]) =>
        html`<tr><th scope="row">${first}</th>${others.map((cell) => html`<td>${cell}</td>`)}</tr>`
      )}</tbody>
    </table>
  `;
}
