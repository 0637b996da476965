//! The table of keys as a JSON Schema, for editors that complete and explain while a clerk writes.

use std::collections::BTreeMap;

use serde_json::{Map, Value, json};

use super::kind::{Key, Kind, Need, Shape};
use crate::value::Bound;

/// Words that YAML readers of editors would take for numbers may stand without quotes too.
const SCALAR: [&str; 2] = ["string", "number"];
/// No blanks, and no sign of ASCII but `_`: spelled so that every editor understands it, whatever it knows of letters.
const ID_PATTERN: &str = "^[^\\s!-/:-@\\[-\\^`{-~]+$";
const YEAR_PATTERN: &str = "^\\d{4}$";
const NUMBER_PATTERN: &str = "^-?(\\d{1,3}(\\.\\d{3})+|\\d+)(,\\d+)?$";
const MONEY_PATTERN: &str = "^(\\d{1,3}(\\.\\d{3})+|\\d+)(,\\d+)? *((nghìn |triệu |tỷ )?đồng)?$";
const DATE_PATTERN: &str = "^(\\d{1,2}/\\d{1,2}/\\d{4}|\\d{4}-\\d{1,2}-\\d{1,2})$";
const PARTIAL_DATE_PATTERN: &str = "^((\\d{1,2}/)?\\d{1,2}/\\d{4}|\\d{4}-\\d{1,2}-\\d{1,2}|\\d{4})$";
const PERIOD_PATTERN: &str = "^(năm học +)?\\d{4}( *[-–—] *\\d{4})?$";

/// The schema of a plan, or of a file that plans share, by the file's keys: what has `mark` is a plan.
pub fn schema(plan: &'static Shape, shared: &'static Shape, mark: &Key) -> Value {
    let mut definitions = BTreeMap::new();
    let plan = reference(plan, &mut definitions);
    let shared = reference(shared, &mut definitions);
    json!({
        "$schema": "http://json-schema.org/draft-07/schema#",
        "version": 1,
        "title": "Kế hoạch",
        "description": "Kế hoạch của chính quyền địa phương, dựng thành DOCX và PDF theo Nghị định 30/2020/NĐ-CP.",
        "if": { "required": [mark.key] },
        "then": plan,
        "else": { "anyOf": [plan, shared] },
        "definitions": definitions,
    })
}

fn reference(shape: &'static Shape, definitions: &mut BTreeMap<&'static str, Value>) -> Value {
    if !definitions.contains_key(shape.name) {
        // The place is taken before its inside is made: shapes hold themselves.
        definitions.insert(shape.name, Value::Null);
        let made = definition(shape, definitions);
        definitions.insert(shape.name, made);
    }
    json!({ "$ref": format!("#/definitions/{}", shape.name) })
}

fn definition(shape: &'static Shape, definitions: &mut BTreeMap<&'static str, Value>) -> Value {
    let mut properties = Map::new();
    for key in shape.keys {
        properties.insert(key.key.to_owned(), property(key, definitions));
    }
    let required: Vec<_> = shape.keys.iter().filter(|key| key.need == Need::Required).map(|key| key.key).collect();
    let mut definition = json!({
        "title": shape.title,
        "type": "object",
        "properties": properties,
        "required": required,
        "additionalProperties": false,
    });
    let otherwise = |key: &&'static Key| match key.need {
        Need::Unless(other) => Some(json!({ "anyOf": [{ "required": [key.key] }, { "required": [other] }] })),
        Need::Required | Need::Optional => None,
    };
    let choices: Vec<_> = shape.keys.iter().filter_map(otherwise).collect();
    if let Value::Object(entries) = &mut definition
        && !choices.is_empty()
    {
        entries.insert("allOf".to_owned(), choices.into());
    }
    definition
}

fn property(field: &'static Key, definitions: &mut BTreeMap<&'static str, Value>) -> Value {
    let mut value = kind(&(field.kind)(), definitions);
    // What stands beside a reference is not read; the reference goes inside.
    if value.get("$ref").is_some() {
        value = json!({ "allOf": [value] });
    }
    // A key without a value is as good as none.
    if field.need == Need::Optional {
        value = json!({ "anyOf": [value, { "type": "null" }] });
    }
    if let Value::Object(entries) = &mut value {
        entries.insert("title".to_owned(), field.title.into());
        entries.insert("description".to_owned(), format!("{} Ví dụ: {}", field.about, field.example).into());
        entries.insert("examples".to_owned(), json!([field.example]));
    }
    value
}

fn kind(kind: &Kind, definitions: &mut BTreeMap<&'static str, Value>) -> Value {
    let scalar = |pattern: &str| json!({ "type": SCALAR, "pattern": pattern });
    match kind {
        Kind::Text | Kind::Name | Kind::IdOrText(_) => json!({ "type": ["string", "number", "boolean"] }),
        Kind::Number | Kind::Between(..) => scalar(NUMBER_PATTERN),
        Kind::Whole(least, most) => {
            json!({ "type": SCALAR, "pattern": NUMBER_PATTERN, "minimum": least, "maximum": most })
        }
        Kind::Form(_, pattern) => scalar(pattern),
        Kind::Money => scalar(MONEY_PATTERN),
        Kind::Amount => {
            let words = Bound::ALL.map(Bound::word).join("|");
            scalar(&format!("^(({words}) +)?{}", MONEY_PATTERN.trim_start_matches('^')))
        }
        Kind::Date => scalar(DATE_PATTERN),
        Kind::PartialDate => scalar(PARTIAL_DATE_PATTERN),
        Kind::Period => scalar(PERIOD_PATTERN),
        Kind::Year => scalar(YEAR_PATTERN),
        Kind::Choice(options) => {
            let words: Vec<_> = options
                .iter()
                .map(|(word, meaning)| match word.parse::<i64>() {
                    Ok(number) => json!({ "enum": [word, number], "description": meaning }),
                    Err(_) => json!({ "const": word, "description": meaning }),
                })
                .collect();
            json!({ "oneOf": words })
        }
        Kind::Id(_) => json!({ "type": SCALAR, "pattern": ID_PATTERN }),
        Kind::Group(shape) => reference(shape, definitions),
        Kind::List(inner) => json!({ "type": "array", "items": self::kind(inner, definitions) }),
        Kind::Dict(inner) => json!({
            "type": "object",
            "propertyNames": { "pattern": ID_PATTERN },
            "additionalProperties": self::kind(inner, definitions),
        }),
        Kind::Pairs(inner) => json!({ "type": "object", "additionalProperties": self::kind(inner, definitions) }),
        Kind::Blank(inner) => json!({ "anyOf": [self::kind(inner, definitions), { "type": "null" }] }),
        Kind::ByYear(inner) => json!({
            "type": "object",
            "propertyNames": { "pattern": YEAR_PATTERN },
            "additionalProperties": self::kind(inner, definitions),
        }),
        Kind::Either(first, second) => {
            json!({ "anyOf": [self::kind(first, definitions), self::kind(second, definitions)] })
        }
    }
}
