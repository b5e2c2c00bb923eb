/** The response that carries a file. */

import type { ByteRange, FileFacts, OpenFile } from "../../open_file.ts";
import { askedRange } from "./byte_range.ts";
import { attachment } from "./attachment.ts";
import { artifactMimeType } from "./mime_type.ts";

/**
 * A response that streams a file, or the part of it that is asked for. It is always a download and
 * its type is never guessed anew, so that a stored page cannot act in the name of this server. Its
 * tag changes with the file: who has it need not fetch it again, and a download that broke off goes
 * on only in the same file.
 *
 * @param name The file's name.
 * @param file The open file; its facts alone answer HEAD.
 * @param asked Headers of the request.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * import { openFile } from "../../open_file.ts";
 * const path = await Deno.makeTempFile();
 * await Deno.writeTextFile(path, "a,b");
 * const asked = new Headers({ range: "bytes=2-" });
 * const response = await artifactAnswer("rows.csv", await openFile(path), asked);
 * assert.equal(response.status, 206);
 * assert.equal(response.headers.get("content-range"), "bytes 2-2/3");
 * assert.equal(await response.text(), "b");
 * await Deno.remove(path);
 * ```
 */
export async function artifactAnswer(
  name: string,
  file: OpenFile | FileFacts,
  asked: Headers,
): Promise<Response> {
  const open = "body" in file ? file : undefined;
  const tag = `"${file.version}"`;
  const headers = new Headers({
    "accept-ranges": "bytes",
    "content-disposition": attachment(name),
    "content-type": artifactMimeType(name),
    "etag": tag,
    "x-content-type-options": "nosniff",
  });
  if (isKnown(asked.get("if-none-match"), tag)) return withoutBody(open, 304, headers);
  const range = open === undefined || !mayBePart(asked, tag)
    ? undefined
    : askedRange(asked.get("range"), file.size);
  if (range === "unsatisfiable") {
    headers.set("content-range", `bytes */${file.size}`);
    return withoutBody(open, 416, headers);
  }
  const { first, last }: ByteRange = range ?? { first: 0, last: file.size - 1 };
  headers.set("content-length", String(last - first + 1));
  if (range === undefined) return new Response(open?.body, { headers });
  headers.set("content-range", `bytes ${first}-${last}/${file.size}`);
  return new Response(await open?.part(range), { status: 206, headers });
}

function isKnown(header: string | null, tag: string): boolean {
  if (header === null) return false;
  const known = header.split(",").map((each) => each.trim().replace(/^W\//, ""));
  return known.includes("*") || known.includes(tag);
}

/** A part of another file than the one that was begun would break it. */
function mayBePart(asked: Headers, tag: string): boolean {
  const begun = asked.get("if-range");
  return begun === null || begun === tag;
}

function withoutBody(open: OpenFile | undefined, status: number, headers: Headers): Response {
  open?.close();
  return new Response(null, { status, headers });
}
