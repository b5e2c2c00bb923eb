"""Writes sql_keywords.json: the words that sqlparse, MLflow's tokenizer, takes for keywords."""

import json
import pathlib

from sqlparse.lexer import Lexer

kinds = {"Token.Keyword": "keyword", "Token.Keyword.Order": "order", "Token.Name.Builtin": "builtin"}
words = {}
for dictionary in Lexer.get_default_instance()._keywords:
    for word, kind in dictionary.items():
        words.setdefault(word, kinds.get(str(kind), "other"))

lists = {kind: sorted(word for word in words if words[word] == kind) for kind in sorted(set(words.values()))}
path = pathlib.Path(__file__).with_name("sql_keywords.json")
path.write_text(json.dumps({kind: " ".join(lists[kind]) for kind in lists}, indent=2) + "\n")
