/** The two paths by which the Open Inference Protocol names a model: with a version and without. */
import type { ZodObject } from "zod";
import type { ExampleFacts } from "../openapi/operation.ts";
import { modelPath, versionPath } from "../schemas/inference.ts";

/** A path of a model, and what a route needs to know of it. */
export interface ModelPath {
  /** Without what follows the model, such as `/infer`. */
  readonly path: string;
  /** Its parameters. */
  readonly parameters: ZodObject;
  /** What ids of operations end in. */
  readonly suffix: "" | "Version";
  /** Of what the path names, in a few words. */
  readonly noun: string;
  /** Parameters that lead to the model that answers by default. */
  example(facts: ExampleFacts): Record<string, string>;
}

/** Without a version, that which answers by the name. */
export const modelPaths: readonly ModelPath[] = [
  {
    path: "/v2/models/:model",
    parameters: modelPath,
    suffix: "",
    noun: "the version that answers by a name",
    example: ({ model: { name } }) => ({ model: name }),
  },
  {
    path: "/v2/models/:model/versions/:version",
    parameters: versionPath,
    suffix: "Version",
    noun: "a version",
    example: ({ model: { name, version } }) => ({ model: name, version }),
  },
];

/** Why a path may be refused that names a model. */
export const notLoaded = { 404: "The model, or this version of it, is not loaded" } as const;
