/** `POST /v2/models/:model/infer`: the Open Inference Protocol, features in and scores out. */
import { inferenceError } from "../error_shapes/inference_error.ts";
import { HEADER_LENGTH } from "../inference_protocol/binary_body.ts";
import { inferRequest } from "../inference_protocol/infer_request.ts";
import { inferResponse } from "../inference_protocol/infer_response.ts";
import { outputTensors } from "../inference_protocol/output_tensors.ts";
import { noteScored, noteVersion } from "../middleware/observe_requests.ts";
import { giveUpSignal } from "../middleware/time_limit.ts";
import { runPart } from "../observability/spans.ts";
import { overloaded } from "../openapi/operation.ts";
import { requestBytes } from "../request_text.ts";
import { inferRequestSchema, inferResponseSchema } from "../schemas/inference.ts";
import { mediaType } from "../scoring_protocol/content_type.ts";
import { modelPaths, notLoaded } from "./model_paths.ts";
import type { Route } from "./route.ts";

const ACCEPTED = ["application/json", "application/octet-stream"] as const;

/** Scores by name and by version, in JSON or with binary tensors. */
export const v2Infer: readonly Route[] = modelPaths.map((
  { path, parameters, suffix, noun, example },
): Route => ({
  method: "POST",
  path: `${path}/infer`,
  summary: `Scores a tensor of features by ${noun}`,
  errorShape: inferenceError,
  operation: {
    id: `infer${suffix}`,
    tag: "inference",
    description: "With the header Inference-Header-Content-Length the body is JSON of that many " +
      "bytes, followed by the values of its input, little-endian; outputs come back so where " +
      "binary_data or binary_data_output asks for it.",
    parameters: { path: parameters },
    body: { "application/json": inferRequestSchema, "application/octet-stream": null },
    answers: {
      200: {
        description: "The outputs that were asked for, all by default",
        content: { "application/json": inferResponseSchema, "application/octet-stream": null },
      },
    },
    refusals: { ...notLoaded, ...overloaded },
    examples: (facts) => {
      const { columns } = facts.model;
      const data = columns.map(() => 1);
      const inputs = [{ name: "features", datatype: "FP32", shape: [1, columns.length], data }];
      return [
        { title: "One row", path: example(facts), body: { id: "row-1", inputs } },
        {
          title: "One output",
          path: example(facts),
          body: { inputs, outputs: [{ name: "score" }] },
        },
      ];
    },
  },
  async answer(c, { models, observations }) {
    using lease = models.lease({ name: c.req.param("model"), version: c.req.param("version") });
    const { model } = lease;
    const { name, version, columns, session } = model;
    noteVersion(c, model);
    // Triton's clients name no type.
    const type = c.req.header("content-type");
    if (type !== undefined) mediaType(type, ACCEPTED);
    const { id, x, outputs } = await runPart(
      "decode",
      async () => inferRequest(await requestBytes(c), c.req.header(HEADER_LENGTH), columns),
    );
    const scores = await session.score(x, { signal: giveUpSignal(c) });
    const { score, label } = scores;
    noteScored(c, observations, { model, features: x.values, scores: score, labels: label });
    return await runPart("encode", () => {
      const tensors = outputTensors(scores, session.members.length);
      return inferResponse({ name, version, id, asked: outputs, tensors });
    });
  },
}));
