#!/usr/bin/env python3
"""sss judges records as another judge of JSON Schema draft-07 does: Debian's python3-jsonschema.

Random schemas, and random records that nearly fit them, are given to both; the verdicts agree. What the two are known to
see differently is kept out of the schemas, each by its name in EXCEPTIONS.

usage: draft7_judges.py SSS SOURCE-FOLDER [SEED]
"""
import json
import os
import pathlib
import random
import subprocess
import sys
import tempfile

import jsonschema

from support.samples import sample

SSS = pathlib.Path(sys.argv[1]).resolve()
SEED = int(sys.argv[3]) if len(sys.argv) > 3 else 7

EXCEPTIONS = {
    "null": "TOML has none, so no record holds one",
    "multipleOf a decimal": "jsonschema divides floats (0.3 is no multiple of 0.1 there); here steps are sums of powers of two",
    "patterns": "jsonschema uses Python's re, where $ also fits before a last line end; here no text ends with one",
    "formats": "jsonschema does not check them unless it is told how; tests/unit/schema/draft7 holds ours",
    "1 in enum and uniqueItems": "older versions of jsonschema take true for 1 within lists; here booleans stand alone",
}

WORDS = ["a", "b", "ab", "é", "中文", "", "x-1", "long text"]
NAMES = ["a", "b", "c", "d e", "é", "x1"]
PATTERNS = ["^a", "b$", "^[a-z]+$", "\\d", "é", "^(a|b)*$", "^.{2,4}$"]


class Maker:
    def __init__(self, seed):
        self.random = random.Random(seed)

    def chance(self, one_in):
        return self.random.randrange(one_in) == 0

    def scalar(self):
        return self.random.choice([lambda: self.random.randint(-3, 9), lambda: self.random.choice([0.5, 1.0, -2.25, 3.0, 1e6, 2.5]),
                                   lambda: self.random.choice(WORDS), lambda: self.chance(2)])()

    def value(self, depth=0):
        if depth < 3 and self.chance(4):
            if self.chance(3):
                return [self.chance(2) for _ in range(self.random.randint(0, 3))]
            return [one for one in (self.value(depth + 1) for _ in range(self.random.randint(0, 4))) if not isinstance(one, bool)]
        return self.table(depth + 1) if depth < 3 and self.chance(4) else self.scalar()

    def table(self, depth=0):
        return {name: self.value(depth) for name in self.random.sample(NAMES, self.random.randint(0, 4))}

    def schemas(self, depth, most=3):
        return [self.schema(depth + 1) for _ in range(self.random.randint(1, most))]

    def named(self, depth):
        return {name: self.schema(depth + 1) for name in self.random.sample(NAMES, self.random.randint(1, 3))}

    def schema(self, depth=0):
        if depth > 3 or self.chance(9):
            return self.random.choice([True, True, {}, {"type": "string"}, {"type": "integer"}, False])
        pick, made = self.random, {}
        keywords = {
            "type": lambda: pick.choice(["string", "integer", "number", "boolean", "array", "object", ["string", "number"], ["object", "array", "integer"]]),
            "enum": lambda: [self.value(2) for _ in range(pick.randint(1, 4))],
            "const": lambda: self.value(2),
            "minimum": lambda: pick.choice([-1, 0, 1.5, 3]), "maximum": lambda: pick.choice([0, 2.5, 5]),
            "exclusiveMinimum": lambda: pick.choice([-2, 0, 1.0]), "exclusiveMaximum": lambda: pick.choice([3, 5.0, 9]),
            "multipleOf": lambda: pick.choice([1, 2, 3, 0.5, 0.25, 1.5]),
            "minLength": lambda: pick.randint(0, 3), "maxLength": lambda: pick.randint(0, 4), "pattern": lambda: pick.choice(PATTERNS),
            "items": lambda: self.schemas(depth) if self.chance(2) else self.schema(depth + 1),
            "additionalItems": lambda: self.schema(depth + 1), "contains": lambda: self.schema(depth + 1),
            "minItems": lambda: pick.randint(0, 3), "maxItems": lambda: pick.randint(0, 3), "uniqueItems": lambda: self.chance(2),
            "properties": lambda: self.named(depth), "required": lambda: pick.sample(NAMES, pick.randint(0, 2)),
            "patternProperties": lambda: {pattern: self.schema(depth + 1) for pattern in pick.sample(PATTERNS, 2)},
            "additionalProperties": lambda: self.schema(depth + 1), "propertyNames": lambda: self.schema(depth + 1),
            "minProperties": lambda: pick.randint(0, 2), "maxProperties": lambda: pick.randint(0, 4),
            "dependencies": lambda: {name: self.schema(depth + 1) if self.chance(2) else pick.sample(NAMES, 2) for name in pick.sample(NAMES, 2)},
            "if": lambda: self.schema(depth + 1), "then": lambda: self.schema(depth + 1), "else": lambda: self.schema(depth + 1),
            "allOf": lambda: self.schemas(depth), "anyOf": lambda: self.schemas(depth), "oneOf": lambda: self.schemas(depth), "not": lambda: self.schema(depth + 1),
            "$ref": lambda: pick.choice(["#/definitions/one", "#/definitions/t~1w~0o"]),
        }
        for keyword in pick.sample(sorted(keywords), pick.randint(1, 4)):
            made[keyword] = keywords[keyword]()
        if "$ref" in made:
            made = {"$ref": made["$ref"]}
        return made

    def root(self):
        made = self.schema()
        while not isinstance(made, dict) or "$ref" in made or not made:
            made = self.schema()
        # Definitions refer to nothing, so that no schema applies itself without end.
        plain = lambda: self.random.choice([{"type": "string"}, {"minimum": 2}, {"required": ["a"]}, {"items": {"$ref": "#/definitions/one"}}, {"properties": {"a": {"$ref": "#"}}}])
        return {"type": "object", "properties": self.named(0)} | made | {"definitions": {"one": plain(), "t/w~o": plain()}}


def toml(value):
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, str):
        return json.dumps(value, ensure_ascii=False)
    if isinstance(value, float):
        return repr(value) if "." in repr(value) else repr(value).replace("e", ".0e")
    if isinstance(value, list):
        return "[" + ", ".join(map(toml, value)) + "]"
    if isinstance(value, dict):
        return "{" + ", ".join(f"{json.dumps(name, ensure_ascii=False)} = {toml(one)}" for name, one in value.items()) + "}"
    return str(value)


def mixes(value):
    """True and 1, or false and 0, in one list, where versions of jsonschema differ."""
    return isinstance(value, list) and any(isinstance(one, bool) for one in value) and any(isinstance(one, (int, float)) and not isinstance(one, bool) for one in value)


def main():
    maker, wrong, count, refused = Maker(SEED), [], 0, 0
    with tempfile.TemporaryDirectory(prefix="draft7.") as scratch:
        root = pathlib.Path(scratch)
        (root / "sss.toml").write_text("")
        (root / "schemas").mkdir()
        expected = {}
        for number in range(sample(150, long=1500, sanitized=50)):
            kind, schema = f"kind{number}", maker.root()
            jsonschema.Draft7Validator.check_schema(schema)
            (root / f"schemas/{kind}.schema.json").write_text(json.dumps(schema, ensure_ascii=False))
            judge = jsonschema.Draft7Validator(schema)
            (root / f"data/{kind}s").mkdir(parents=True)
            for one in range(30):
                record = maker.table()
                if any(mixes(value) for value in record.values()):
                    continue
                name = f"data/{kind}s/r{one}.toml"
                (root / name).write_text("".join(f"{json.dumps(key, ensure_ascii=False)} = {toml(value)}\n" for key, value in record.items()))
                expected[name] = (judge.is_valid(record), schema, record)
        env = os.environ | {"SOURCE_DATE_EPOCH": "1768478400"}
        ran = subprocess.run([SSS, "-C", root, "validate", "--format", "json"], env=env, capture_output=True, text=True)
        if ran.returncode not in (0, 1):
            sys.exit(f"sss validate ended with {ran.returncode}: {ran.stderr[:2000]}")
        found = {}
        for finding in json.loads(ran.stdout)["findings"]:
            if finding["file"].startswith("schemas/") and finding["severity"] == "error":
                wrong.append(f"{finding['file']}: {finding['message']}")
            # What is written in the schema alone: rules look at the standard kinds, and these are not.
            elif finding["severity"] == "error":
                found.setdefault(finding["file"], []).append(finding["message"])
        for name, (valid, schema, record) in expected.items():
            count += 1
            refused += not valid
            if valid != (name not in found):
                wrong.append(f"{'refused' if valid else 'accepted'}: {json.dumps(record, ensure_ascii=False)} {found.get(name, '')}\n  by {json.dumps(schema, ensure_ascii=False)}")
    print("\n".join(wrong[:20]))
    print(f"{count} records, of which {refused} are refused by both; {len(wrong)} verdicts differ")
    sys.exit(1 if wrong or count < 1000 or not count * 0.1 < refused < count * 0.95 else 0)


main()
