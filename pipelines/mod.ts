/**
 * The light face of the pipelines: settings, command lines and progress. What loads native
 * libraries is in `context.ts`.
 *
 * @module
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * const syntax = {
 *   name: "hello",
 *   summary: "Says hello",
 *   options: { to: { type: "string", description: "Whom to greet", default: "you" } },
 * } as const;
 * assert.equal(parseCommand(syntax, ["--to", "Ada"]).options.to, "Ada");
 * ```
 */
export { type CommandResult, defineCommand, type PipelineCommand } from "./commands/command.ts";
export { HOSTEL_SPAN } from "./commands/data_options.ts";
export { MODEL_OPTIONS } from "./commands/model_options.ts";
export { type Terminal } from "./run_command.ts";
export { runMain } from "./run_main.ts";
export { hostOf, isHostName, listedHosts } from "./host_names.ts";
export {
  type CommandOption,
  type CommandOptions,
  type CommandSyntax,
  helpText,
  parseCommand,
  type ParsedCommand,
  type ParsedOptions,
  UsageError,
} from "./command.ts";
export {
  type Config,
  parseConfig,
  readConfig,
  readUserFolders,
  type UserFolders,
} from "./config.ts";
export { readGitCommit } from "./git_commit.ts";
export { INTERRUPTED_CODE, type Interruption, listenForInterruption } from "./interruption.ts";
export { readJsonFile, writeJsonFile } from "./json_file.ts";
export { type App, listen, type Listening, type ListenOptions } from "./listen.ts";
export {
  openPayloadLog,
  type Payload,
  type PayloadHour,
  type PayloadLog,
  type PayloadLogOptions,
  type PayloadModel,
} from "./payloads/payload_log.ts";
export { payloadDirectory } from "./payloads/payload_files.ts";
export type { Context } from "./context.ts";
export { createProgress, type Progress, type ProgressOptions } from "./progress.ts";
export { UnknownMeterError } from "./unknown_meter_error.ts";
export type { Workplace } from "./workplace.ts";
