"""Speaks to a server by KServe's client, unchanged: python kserve_client.py URL MODEL ROWS

ROWS is a JSON list of rows of features. Prints what the server answered, as JSON.
"""

import asyncio
import json
import sys

import httpx
import numpy as np
from kserve import InferenceRESTClient, InferInput, InferRequest, RESTConfig

url, model, rows = sys.argv[1], sys.argv[2], np.array(json.loads(sys.argv[3]), dtype=np.float32)


async def status(call):
    try:
        await call
    except httpx.HTTPStatusError as error:
        return error.response.status_code
    raise AssertionError("The server did not refuse")


async def main():
    client = InferenceRESTClient(RESTConfig(protocol="v2", retries=0))
    answers = {
        "live": await client.is_server_live(url),
        "ready": await client.is_server_ready(url),
        "model_ready": await client.is_model_ready(url, model),
        "nothing_ready": await client.is_model_ready(url, "nothing"),
    }
    for binary in [False, True]:
        tensor = InferInput("features", list(rows.shape), "FP32")
        tensor.set_data_from_numpy(rows, binary_data=binary)
        asked = InferRequest(model, [tensor], request_id=f"binary {binary}")
        answer = await client.infer(url, asked, model_name=model)
        assert answer.id == f"binary {binary}" and answer.model_name == model, answer
        answers[f"binary_{binary}"] = {
            output.name: output.as_numpy().tolist() for output in answer.outputs
        }
    wrong = InferInput("features", [1, 1], "FP32")
    wrong.set_data_from_numpy(np.zeros((1, 1), np.float32), binary_data=False)
    answers["refusals"] = [
        await status(client.infer(url, InferRequest(model, [wrong]), model_name=model)),
        await status(client.infer(url, InferRequest("nothing", [wrong]), model_name="nothing")),
    ]
    await client.close()
    print(json.dumps(answers))


asyncio.run(main())
