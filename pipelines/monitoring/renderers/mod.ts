/** Every way to write a report. */
import { html } from "./html.ts";
import { json } from "./json.ts";
import { markdown } from "./markdown.ts";
import type { ReportRenderer } from "./renderer.ts";

/** The renderers by name. */
export const renderers = { json, html, markdown } as const satisfies Record<string, ReportRenderer>;
