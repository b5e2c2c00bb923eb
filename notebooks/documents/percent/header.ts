/** The comment at the top of a percent text: metadata of the notebook as YAML. */
import { parse, stringify } from "yaml";

/** What the header tells of the notebook. */
export interface Header {
  /** Of the notebook; that of a kind which jupytext leaves in the notebook is not written. */
  readonly metadata: Readonly<Record<string, unknown>>;
  /** Lines of YAML of the notebook's first raw cell, where that is such a text. */
  readonly frontMatter?: readonly string[];
  /** Comment of the first line that tells the encoding, where there is one. */
  readonly encoding?: string;
}

const WRITTEN: readonly string[] = ["jupytext", "kernelspec", "kernel_info", "orphan", "tocdepth"];

/** Format and release of jupytext whose bytes these are; it reads other releases' as well. */
const TEXT_REPRESENTATION = {
  extension: ".ts",
  format_name: "percent",
  format_version: "1.3",
  jupytext_version: "1.19.6",
};

/**
 * The part of a notebook's metadata that the header tells.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * assert.deepEqual(headerMetadata({ kernelspec: { name: "deno" }, language_info: {} }), {
 *   kernelspec: { name: "deno" },
 * });
 * ```
 */
export function headerMetadata(metadata: Header["metadata"]): Record<string, unknown> {
  return Object.fromEntries(Object.entries(metadata).filter(([key]) => WRITTEN.includes(key)));
}

/**
 * Writes the header's lines, without comment signs. A notebook that came of a text without a header
 * has none.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * const lines = formatHeader({ metadata: { kernelspec: { name: "deno" } } });
 * assert.deepEqual(lines.slice(-3), ["  kernelspec:", "    name: deno", "---"]);
 * ```
 */
export function formatHeader({ metadata, frontMatter = [] }: Header): string[] {
  const { encoding: _, ...options } = (metadata.jupytext ?? {}) as Record<string, unknown>;
  const jupytext = { ...options, text_representation: TEXT_REPRESENTATION };
  const written = options.notebook_metadata_filter === "-all"
    ? []
    : stringify({ jupyter: { ...headerMetadata(metadata), jupytext } }, {
      sortMapEntries: true,
      indentSeq: false,
      singleQuote: true,
      lineWidth: 0,
      version: "1.1",
    }).trimEnd().split("\n");
  const lines = [...frontMatter, ...written];
  return lines.length === 0 ? [] : ["---", ...lines, "---"];
}

/**
 * Reads the header of a text.
 *
 * @param lines Lines of the whole text.
 * @returns The header and the number of lines that it takes, with the blank one after it.
 * @throws {SyntaxError} When its YAML cannot be read.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * const lines = ["// ---", "// jupyter:", "//   orphan: true", "// ---", "", "// %%"];
 * assert.deepEqual(parseHeader(lines), { header: { metadata: { orphan: true } }, length: 5 });
 * ```
 */
export function parseHeader(lines: readonly string[]): { header: Header; length: number } {
  const encoding = /^[ \t\f]*\/\/.*?coding[:=][ \t]*utf-8/.test(lines[0]) ? lines[0] : undefined;
  const told = encoding === undefined ? {} : { encoding };
  const start = encoding === undefined ? 0 : 1;
  const end = lines.findIndex((line, i) => i > start && /^\/\/ ?---\s*$/.test(line));
  const within = lines.slice(start, end + 1);
  if (
    end < 0 || !/^\/\/ ?---\s*$/.test(within[0]) || !within.every((line) => line.startsWith("//"))
  ) {
    return {
      header: { ...told, metadata: { jupytext: { notebook_metadata_filter: "-all" } } },
      length: start,
    };
  }
  const yaml = within.slice(1, -1).map((line) => line.replace(/^\/\/ ?/, ""));
  const from = yaml.findIndex((line) => /^jupyter\s*:\s*$/.test(line));
  const rest = yaml.findIndex((line, i) => i > from && /^\S/.test(line));
  const to = rest < 0 ? yaml.length : rest;
  const frontMatter = from < 0 ? yaml : [...yaml.slice(0, from), ...yaml.slice(to)];
  return {
    header: {
      ...told,
      metadata: from < 0 ? {} : withoutFormat(readYaml(yaml.slice(from, to).join("\n")).jupyter),
      ...(frontMatter.length > 0 && { frontMatter }),
    },
    length: end + (lines[end + 1]?.trim() === "" ? 2 : 1),
  };
}

function readYaml(text: string): { jupyter: Record<string, unknown> } {
  try {
    return parse(text, { version: "1.1" });
  } catch (cause) {
    throw new SyntaxError(`Cannot read the header: ${(cause as Error).message}`, { cause });
  }
}

/** The notebook's own file does not tell the format of its text. */
function withoutFormat(metadata: Record<string, unknown>): Record<string, unknown> {
  const { jupytext, ...rest } = metadata;
  const { text_representation: _, ...kept } = (jupytext ?? {}) as Record<string, unknown>;
  return Object.keys(kept).length === 0 ? rest : { ...rest, jupytext: kept };
}
