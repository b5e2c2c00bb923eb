"""Checks the OpenAPI document on standard input by the JSON schema of OpenAPI 3.1."""

import json
import sys

import jsonschema_rs
from schemathesis.specs.openapi.definitions import OPENAPI_31

validator = jsonschema_rs.Draft202012Validator(OPENAPI_31)
for error in validator.iter_errors(json.load(sys.stdin)):
    print(error)
