/** The options that say which model a command works with, and on which stored dataset. */

/** Options of commands that use a registered model on a dataset of the lake. */
export const MODEL_OPTIONS = {
  dataset: {
    type: "string",
    placeholder: "NAME",
    description: "Dataset in the lake",
    default: "cambridge-estates",
  },
  model: {
    type: "string",
    placeholder: "URI",
    description: "Model to use",
    default: "models:/energy-anomaly@champion",
  },
} as const;
