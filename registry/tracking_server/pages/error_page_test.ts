import assert from "node:assert/strict";
import { TrackingError } from "../tracking_error.ts";
import { errorPage } from "./error_page.ts";

Deno.test("errorPage() tells a refusal with its status, and of other failures that they are ours", async () => {
  for (
    const [error, status, title, message] of [
      [
        new TrackingError("INVALID_PARAMETER_VALUE", "Bad <i>"),
        400,
        "The address cannot be read",
        "Bad &lt;i&gt;",
      ],
      [new TrackingError("RESOURCE_DOES_NOT_EXIST", "No"), 404, "Not found", "No"],
      [new Error("database is locked"), 503, "Busy", "Another process is writing; try again"],
      [new TypeError("secret"), 500, "The page cannot be shown", "The server failed to answer"],
    ] as const
  ) {
    const response = await errorPage(error);
    const text = await response.text();
    assert.equal(response.status, status);
    assert.ok(text.includes(`<h1>${title}</h1>`), text);
    assert.ok(text.includes(`<p>${message}</p>`), text);
    assert.doesNotMatch(text, /secret/);
  }
});
