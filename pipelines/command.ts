/** The shape of a command of `deno task`, its option parsing and its help text. */
import { parseArgs } from "node:util";

/** One `--option` of a command. */
export interface CommandOption {
  /** `"boolean"` is a flag, one that is on by default is named `--no-…`; a number is finite. */
  readonly type: "string" | "number" | "boolean";
  /** Whether a string may be given several times; its value is the list of them. @default {false} */
  readonly many?: boolean;
  /** Whether a number must be whole. @default {false} */
  readonly whole?: boolean;
  /** Least number. @default {-Infinity} */
  readonly min?: number;
  /** Greatest number. @default {Infinity} */
  readonly max?: number;
  /** One line for the help text. */
  readonly description: string;
  /** Shown in the help text after the name, such as `FILE`. */
  readonly placeholder?: string;
  /** The value when the option is absent. */
  readonly default?: string | number | boolean;
}

/** The options of a command by name, without the leading dashes. */
export type CommandOptions = Readonly<Record<string, CommandOption>>;

/** The value of an option as its type and default say. */
type OptionValue<O extends CommandOption> = O extends { readonly many: true } ? readonly string[]
  : SingleValue<O>;

type SingleValue<O extends CommandOption> =
  | (O["type"] extends "boolean" ? boolean : O["type"] extends "number" ? number : string)
  | (O extends { readonly default: string | number | boolean } ? never
    : O["type"] extends "boolean" ? never
    : undefined);

/** The parsed options of a command. */
export type ParsedOptions<O extends CommandOptions> = {
  readonly [K in keyof O]: OptionValue<O[K]>;
};

/** What a command line asked for. */
export interface ParsedCommand<O extends CommandOptions> {
  readonly options: ParsedOptions<O>;
  /** Words that are not options, in order. */
  readonly words: readonly string[];
}

/** How a command is called and what it takes. */
export interface CommandSyntax<O extends CommandOptions = CommandOptions> {
  /** As typed after `deno task`. */
  readonly name: string;
  /** One sentence. */
  readonly summary: string;
  /** Names of the expected words, such as `["NAME"]`. @default {[]} */
  readonly words?: readonly string[];
  /** Whether all of the words may be left out together. @default {false} */
  readonly wordsOptional?: boolean;
  readonly options: O;
}

/** A command line that cannot be understood; its message is for the person who typed it. */
export class UsageError extends Error {
  override name = "UsageError" as const;
}

/**
 * Reads the arguments of a command.
 *
 * @throws {UsageError} On an unknown option, a missing or malformed value, or missing or extra words.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * const syntax = {
 *   name: "count",
 *   summary: "Counts",
 *   options: { to: { type: "number", description: "Where to stop", default: 10 } },
 * } as const;
 * assert.equal(parseCommand(syntax, ["--to", "3"]).options.to, 3);
 * ```
 */
export function parseCommand<const O extends CommandOptions>(
  syntax: CommandSyntax<O>,
  args: readonly string[],
): ParsedCommand<O> {
  const { values, positionals } = parseStrictly(syntax, args);
  const words = syntax.words ?? [];
  const none = syntax.wordsOptional === true && positionals.length === 0;
  if (positionals.length !== words.length && !none) {
    throw new UsageError(
      `Cannot run "${syntax.name}": expected ${words.length} word(s) [${words.join(" ")}], got [${
        positionals.join(" ")
      }]`,
    );
  }
  const options = Object.fromEntries(
    Object.entries(syntax.options).map(([name, option]) => [
      name,
      optionValue(name, option, values[name]),
    ]),
  );
  return { options: options as ParsedOptions<O>, words: positionals };
}

/**
 * The text that `--help` prints.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * assert.match(helpText({ name: "count", summary: "Counts", options: {} }), /^Counts/);
 * ```
 */
export function helpText(syntax: CommandSyntax): string {
  const rows = [...Object.entries(syntax.options), ["help", HELP] as const].map(
    ([name, option]) => {
      const value = option.type === "boolean"
        ? ""
        : ` ${option.placeholder ?? option.type.toUpperCase()}`;
      const fallback = option.default === undefined || option.type === "boolean"
        ? ""
        : ` (default: ${option.default})`;
      const negation = option.default === true ? "no-" : "";
      return [`--${negation}${name}${value}`, `${option.description}${fallback}`] as const;
    },
  );
  const width = Math.max(...rows.map(([left]) => left.length));
  const words = syntax.words ?? [];
  const usage = [
    "deno task",
    syntax.name,
    ...(syntax.wordsOptional ? [`[${words.join(" ")}]`] : words),
    "[options]",
  ].join(" ");
  return [
    syntax.summary,
    "",
    `Usage: ${usage}`,
    "",
    ...rows.map(([left, right]) => `  ${left.padEnd(width)}  ${right}`),
    "",
  ].join("\n");
}

const HELP: CommandOption = { type: "boolean", description: "Show this text" };

function parseStrictly(syntax: CommandSyntax, args: readonly string[]) {
  const options = Object.fromEntries(
    Object.entries(syntax.options).map(([name, { type, many = false }]) => [
      name,
      { type: type === "boolean" ? "boolean" as const : "string" as const, multiple: many },
    ]),
  );
  try {
    return parseArgs({
      args: [...args],
      options,
      allowPositionals: true,
      allowNegative: true,
      strict: true,
    });
  } catch (cause) {
    throw new UsageError(`Cannot run "${syntax.name}": ${(cause as Error).message}`, { cause });
  }
}

function optionValue(name: string, option: CommandOption, given: unknown) {
  if (option.many) return given ?? (option.default === undefined ? [] : [option.default]);
  if (given === undefined) return option.default ?? (option.type === "boolean" ? false : undefined);
  if (option.type !== "number") return given;
  const { whole = false, min = -Infinity, max = Infinity } = option;
  const value = given === "" ? NaN : Number(given);
  const isOne = whole ? Number.isSafeInteger(value) : Number.isFinite(value);
  if (!isOne || value < min || value > max) {
    throw new UsageError(`Cannot read --${name}: expected ${numberText(option)}, got "${given}"`);
  }
  return value;
}

function numberText({ whole, min, max }: CommandOption): string {
  return [
    whole ? "a whole number" : "a number",
    ...(min === undefined ? [] : [`from ${min}`]),
    ...(max === undefined ? [] : [`to ${max}`]),
  ].join(" ");
}
