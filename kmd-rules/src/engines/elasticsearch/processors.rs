//! The processors of the pipeline.

use kmd_catalog::Model;
use kmd_catalog::model::Field;
use serde_json::{Map, Value, json};

use super::painless::{self, field, optional_field, string};
use crate::conversion::{Batch, Conversion, Integer};
use crate::engines::grok::{Captures, Definitions};
use crate::rule::{Expression, Rule};

/// Writes processors. The patterns have the same names in the whole file.
pub(super) struct Writer {
    namespace: String,
    definitions: Definitions,
}

/// The names of the fields, such as `kmd.remote_address`.
struct Names<'a>(&'a str);

impl Captures for Names<'_> {
    fn field(&self, rule: &Rule<'_>, index: usize) -> String {
        let ecs = rule.names.get(index).and_then(|name| name.ecs.clone());
        ecs.unwrap_or_else(|| format!("{}.{}", self.0, rule.name(index)))
    }

    fn rest(&self) -> String {
        format!("{}.rest", self.0)
    }

    fn type_name(&self, conversion: Conversion) -> Option<&'static str> {
        match conversion {
            // A number that does not fit would be an error.
            Conversion::Integer(integer) if integer.base == 10 && integer.fits_i64() => Some("long"),
            Conversion::Number => Some("double"),
            Conversion::Boolean => Some("boolean"),
            _ => None,
        }
    }
}

impl Writer {
    pub(super) fn new(namespace: &str) -> Self {
        Self { namespace: namespace.to_owned(), definitions: Definitions::new(namespace) }
    }

    /// Returns all processors, in order.
    pub(super) fn processors(&mut self, lowered: &[Rule<'_>], model: &Model) -> Vec<Value> {
        let mut all = Vec::new();
        for rule in lowered.iter().filter(|rule| rule.message.is_tagged) {
            let begins = format!("ctx.message.startsWith({})", string(&format!("{}:", rule.message.tag)));
            let condition = format!("ctx.message instanceof String && {begins}");
            let tag = self.definitions.name("TAG_OF_TEXT", "[A-Z][0-9A-Z_]*");
            let rest_of_head = rule.head().split_off(rule.message.tag.len());
            let head = format!("%{{{tag}:{}.tag}}{rest_of_head}", self.namespace);
            let expressions: Vec<&Expression> = rule.expressions.iter().collect();
            for (index, batch) in rule.batches(&expressions).iter().enumerate() {
                let is_first = index == 0;
                let is_open =
                    || format!("{condition} && {} == null", optional_field(&format!("{}.tag", self.namespace)));
                let condition = if is_first { condition.clone() } else { is_open() };
                all.push(self.grok(rule, &batch.expressions, &head, &condition));
                all.extend(self.after(rule, batch));
            }
        }
        let untagged = Rule::untagged(lowered);
        if !untagged.is_empty() {
            all.extend(self.untagged(&untagged, lowered, model));
        }
        all.extend(self.end(lowered));
        all
    }

    /// Returns a processor with expressions that are tried in order, and the patterns that they use.
    fn grok(&mut self, rule: &Rule<'_>, expressions: &[&Expression], head: &str, condition: &str) -> Value {
        let namespace = self.namespace.clone();
        let names = Names(&namespace);
        let texts = expressions.iter().map(|expression| self.definitions.expression(rule, expression, head, &names));
        let texts: Vec<String> = texts.collect();
        let used = self.definitions.used(&texts).into_iter();
        let used: Map<String, Value> = used.map(|(name, pattern)| (name.to_owned(), pattern.into())).collect();
        json!({ "grok": {
            "description": rule.message.template,
            "if": condition,
            "field": "message",
            "patterns": texts,
            "pattern_definitions": used,
            "ignore_failure": true,
        } })
    }

    /// Returns the processors for messages without a tag. Until one of them is found, the tag is an empty string.
    fn untagged(&mut self, all: &[(&Rule<'_>, &Expression)], lowered: &[Rule<'_>], model: &Model) -> Vec<Value> {
        let namespace = self.namespace.clone();
        let tag = optional_field(&format!("{namespace}.tag"));
        let tags: Vec<&str> =
            lowered.iter().filter(|rule| rule.message.is_tagged).map(|rule| &*rule.message.tag).collect();
        let is_process = match &*model.process {
            "" => String::new(),
            process => format!(" && (ctx.process?.name == null || ctx.process.name == {})", string(process)),
        };
        let mut processors = vec![json!({ "script": {
            "description": "A text without a tag of the catalog can be of a message without a tag.",
            "if": format!("ctx.message instanceof String && {tag} == null{is_process}"),
            "source": format!(
                "int colon = ctx.message.indexOf(':'); \
                 if (colon < 0 || !params.tags.contains(ctx.message.substring(0, colon))) {{ {} = ['tag': ''] }}",
                field(&namespace)
            ),
            "params": { "tags": tags },
        } })];
        for (rule, expression) in all {
            // An empty value with the name of the message shows that it was found.
            let found = format!("{namespace}.{}", rule.message.tag);
            let empty = self.definitions.name("EMPTY", "(?:)");
            let head = format!("%{{{empty}:{found}}}");
            processors.push(self.grok(rule, &[expression], &head, &format!("{tag} == ''")));
            let is_found = format!("{} != null", optional_field(&found));
            processors.push(json!({ "set": {
                "if": is_found, "field": format!("{namespace}.tag"), "value": rule.message.tag,
            } }));
            processors.push(json!({ "remove": { "if": is_found, "field": found } }));
            processors.extend(rule.batches(&[expression]).iter().flat_map(|batch| self.after(rule, batch)));
        }
        processors.push(json!({ "remove": { "if": format!("{tag} == ''"), "field": namespace } }));
        processors
    }

    /// Returns the processors that remove the missing values of a message and convert others, unless grok does.
    fn after(&self, rule: &Rule<'_>, batch: &Batch<'_>) -> Vec<Value> {
        let names = Names(&self.namespace);
        let is_message =
            format!("{} == {}", optional_field(&format!("{}.tag", self.namespace)), string(&rule.message.tag));
        let mut processors = Vec::new();
        for (index, field, conversion) in &batch.values {
            let path = names.field(rule, *index);
            if let Some(absent) = &field.absent {
                let is_absent = format!("{is_message} && {} == {}", optional_field(&path), string(absent));
                processors.push(json!({ "remove": { "if": is_absent, "field": path } }));
            }
            processors.extend(converted(&path, field, *conversion, &is_message, &names));
        }
        processors
    }

    /// Returns the processors after those of all messages.
    fn end(&self, lowered: &[Rule<'_>]) -> [Value; 2] {
        let namespace = &self.namespace;
        let message = |rule: &Rule<'_>| {
            let keywords = json!({ "severity": rule.message.severity.name, "facility": rule.message.facility.name });
            (rule.message.tag.clone(), keywords)
        };
        let messages: Map<String, Value> = lowered.iter().map(message).collect();
        let (tag, rest) = (format!("{namespace}.tag"), format!("{namespace}.rest"));
        let of_message =
            |key: &str| format!("{} = params[{}].{key}", field(&format!("{namespace}.{key}")), field(&tag));
        [
            json!({ "remove": { "if": format!("{} == ''", optional_field(&rest)), "field": rest } }),
            json!({ "script": {
                "if": format!("{} != null", optional_field(&tag)),
                "source": format!("{}; {}", of_message("severity"), of_message("facility")),
                "params": messages,
            } }),
        ]
    }
}

/// Returns a processor that converts a value, unless grok does. If the value is missing or does not fit, it stays.
fn converted(path: &str, field: &Field, conversion: Conversion, is_message: &str, names: &Names<'_>) -> Option<Value> {
    if field.absent.is_none() && names.type_name(conversion).is_some() {
        return None;
    }
    let convert = |to: &str| {
        let mut options = json!({ "if": is_message, "field": path, "type": to, "ignore_missing": true });
        options["ignore_failure"] = true.into();
        json!({ "convert": options })
    };
    Some(match conversion {
        Conversion::Text => return None,
        Conversion::Boolean => convert("boolean"),
        Conversion::Number => convert("double"),
        Conversion::Integer(Integer { base: 10, .. }) => convert("long"),
        Conversion::Integer(integer) => json!({ "script": {
            "if": format!("{is_message} && {} instanceof String", optional_field(path)),
            "source": painless::integer(path, integer),
            "ignore_failure": true,
        } }),
    })
}
