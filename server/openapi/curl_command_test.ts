import assert from "node:assert/strict";
import { curlCommand } from "./curl_command.ts";

const url = "http://localhost:8000/a?b=c&d=$HOME";

Deno.test("curlCommand() leaves nothing to the shell", async () => {
  const body = `{"a": "$(rm) \`x\` \\" '"}`;
  const headers = { "content-type": "application/json" };
  assert.equal(
    await curlCommand(new Request(url, { method: "POST", headers, body })),
    [
      "curl 'http://localhost:8000/a?b=c&d=$HOME' \\",
      "  -H 'content-type: application/json' \\",
      `  --data-binary '{"a": "$(rm) \`x\` \\" '\\''"}'`,
    ].join("\n"),
  );
});

Deno.test("curlCommand() names a method that has no body", async () => {
  assert.equal(await curlCommand(new Request(url)), `curl '${url}'`);
  assert.equal(
    await curlCommand(new Request(url, { method: "POST" })),
    `curl '${url}' \\\n  -X POST`,
  );
});
