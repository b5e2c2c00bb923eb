"""Writes message_reference.json: messages signed by jupyter_client, the protocol's own library.

python message_reference.py > message_reference.json   (jupyter_client 8)
"""

import json

from jupyter_client.session import Session

KEY = "b2c9e7f4-5f0a-4c1e-9d55-0a8d1c7f3e21"
HEADER = {
    "msg_id": "s-1",
    "session": "s",
    "username": "wattbook",
    "date": "2024-01-05T18:00:00.000Z",
    "msg_type": "execute_request",
    "version": "5.3",
}


def signed(content):
    session = Session(key=KEY.encode(), session="s")
    parts = [
        json.dumps(part, separators=(",", ":"), ensure_ascii=False).encode()
        for part in (HEADER, {}, {}, content)
    ]
    wire = [b"<IDS|MSG>", session.sign(parts), *parts]
    return {
        "message": {"header": HEADER, "parent_header": {}, "metadata": {}, "content": content},
        "wire": [part.decode() for part in wire],
    }


contents = [{}, {"code": "1 + 1", "silent": False}, {"code": "'é €\\n'"}]
print(json.dumps({"key": KEY, "cases": [signed(c) for c in contents]}, indent=2, ensure_ascii=False))
