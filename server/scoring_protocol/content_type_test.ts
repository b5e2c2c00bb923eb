import assert from "node:assert/strict";
import { mediaType } from "./content_type.ts";

const ACCEPTED = ["application/json", "text/csv"] as const;

Deno.test("mediaType() takes the accepted types with or without charset utf-8", () => {
  assert.equal(mediaType("application/json", ACCEPTED), "application/json");
  assert.equal(mediaType('text/csv;charset="utf-8"', ACCEPTED), "text/csv");
  assert.equal(mediaType("application/json;", ACCEPTED), "application/json");
  assert.equal(mediaType("application/json; ;charset=utf-8; ", ACCEPTED), "application/json");
});

Deno.test("mediaType() refuses other types, other charsets, other parameters and none", () => {
  const refuse = (header: string | undefined, message: string) =>
    assert.throws(() => mediaType(header, ACCEPTED), { status: 415, message });
  const types = "expected application/json or text/csv";
  refuse("text/plain", `Cannot read a body of type "text/plain": ${types}`);
  refuse(undefined, `Cannot read a body of type "": ${types}`);
  const parameters = "expected charset=utf-8 or none";
  refuse(
    "text/csv; charset=latin-1",
    `Cannot read a body with content type parameter "charset=latin-1": ${parameters}`,
  );
  refuse(
    "application/json; pandas=split",
    `Cannot read a body with content type parameter "pandas=split": ${parameters}`,
  );
});
