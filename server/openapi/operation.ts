/** The contract of an operation: what the OpenAPI document says of a route. */
import type { z } from "zod";

/** What routes are for, in the order of the document. */
export const tags = {
  scoring: "Readings in, scores and events out.",
  models: "Which models answer.",
  drift: "How far the data is from what the models were trained on.",
  mlflow: "MLflow's scoring protocol: ready-made features in, scores out.",
  inference: "The Open Inference Protocol, version 2.",
  pages: "For people, and for programs that want to know what is here.",
} as const;

/** Bodies by media type: a whole one, the lines of one, or `null` where it is not described. */
export type Content = Readonly<Record<string, z.ZodType | { readonly line: z.ZodType } | null>>;

/** An answer of a route. */
export interface Answer {
  /** What it holds, in one sentence without a period. */
  readonly description: string;
  /** Absent where the body is empty. */
  readonly content?: Content;
}

/** What examples are made of, so that they run as they are on the server that shows them. */
export interface ExampleFacts {
  /** A meter with readings. */
  readonly meterId: string;
  /** Start of its last scored hour, ISO 8601. */
  readonly ts: string;
  /** Id of the last monitoring report. */
  readonly reportId: string;
  /** The version that answers where none is named. */
  readonly model: {
    readonly name: string;
    readonly version: string;
    readonly columns: readonly string[];
  };
}

/** A request that is answered with the first of the route's answers. */
export interface Example {
  /** What it shows, in a few words. Unique within the route. */
  readonly title: string;
  /** Values of the path's parameters. */
  readonly path?: Readonly<Record<string, string>>;
  readonly query?: Readonly<Record<string, string>>;
  /** One of the media types of the body. @default The first. */
  readonly mediaType?: string;
  /** Text is sent as it is, anything else as JSON. */
  readonly body?: unknown;
}

/**
 * What the OpenAPI document says of a route. Every schema of JSON has an `id` in its metadata,
 * which is its name in the document; what every route or every body may be refused for need not be
 * repeated.
 */
export interface Operation {
  /** Name that generated clients give their method: camel case, unique among the routes. */
  readonly id: string;
  readonly tag: keyof typeof tags;
  /** What the summary leaves open, for those who write a client. */
  readonly description?: string;
  /** Parameters by place: an object whose properties are the parameters. */
  readonly parameters?: Readonly<Partial<Record<"path" | "query" | "header", z.ZodObject>>>;
  /** The bodies that are taken; absent where none is read. */
  readonly body?: Content;
  /** The answers that are no errors, by status. */
  readonly answers: Readonly<Record<number, Answer>>;
  /** Further statuses of errors, and what each means. */
  readonly refusals?: Readonly<Record<number, string>>;
  /** Examples; without them it is a request without parameters and body. */
  examples?(facts: ExampleFacts): readonly Example[];
}

/** Why a request that computes may get no answer this time; 503 says in `Retry-After` when to come again. */
export const overloaded = {
  503: "Too many requests at the same time, or the server is stopping: come again",
  504: "The request took too long and was given up",
} as const;
