//! Views of ClickHouse with typed columns.

use kmd_catalog::Model;

use super::sql::{self, Catalog, Sql};
use crate::conversion::Integer;
use crate::dialect::Dialect;
use crate::engine::Engine;
use crate::expression::Group;
use crate::options::Options;
use crate::rule::Rule;
use crate::rules::Rules;

pub(crate) fn rules(lowered: &[Rule<'_>], model: &Model, options: &Options) -> Rules {
    sql::rules::<ClickHouse>(lowered, model, options)
}

/// The SQL of ClickHouse.
///
/// Expressions have numbers for their groups, since the function `match` does not match all texts if they have names. An
/// address stays a string: the type `IPv6` writes an IPv4 address as `::ffff:192.0.2.1`.
struct ClickHouse;

impl Sql for ClickHouse {
    const ENGINE: Engine = Engine::ClickHouse;
    const DIALECT: Dialect = Dialect::RE2_NUMBERS;
    const INSTALL: &'static str =
        "Create a table or a view `logs` with the column `message`, which has the text of a line after its
header, such as `TAG: text`. The views also contain its other columns, which must not have the name of a column below.
For example:
  CREATE VIEW logs AS SELECT time, host, msg AS message FROM syslog WHERE program = '{process}'
Then create the views. Repeat this after each change of the catalog:
  clickhouse-client --queries-file {file}";
    const TEST: &'static str =
        "Count the messages. `fields['name']` is the text of a value, or NULL if the value is absent.
  clickhouse-client --query \"SELECT tag, count() FROM {view} GROUP BY tag\"";
    const EXCEPT: &'static str = "EXCEPT";

    fn name(name: &str) -> String {
        format!("`{}`", name.replace('\\', "\\\\").replace('`', "\\`"))
    }

    fn string(text: &str) -> String {
        format!("'{}'", text.replace('\\', "\\\\").replace('\'', "\\'"))
    }

    /// A heredoc has no escapes. An expression has no `$` without a backslash before it, so it does not end the heredoc.
    fn regex(text: &str) -> String {
        if text.is_empty() { "''".to_owned() } else { format!("$re${text}$re$") }
    }

    fn before(_constants: &[(String, String)]) -> String {
        // A large catalog has longer statements than the limit of a session.
        "\nSET max_query_size = 16777216;\n".to_owned()
    }

    fn with(constants: &[(String, String)]) -> String {
        if constants.is_empty() {
            return String::new();
        }
        let constants: Vec<String> =
            constants.iter().map(|(name, regex)| format!("  {} AS {name}", Self::regex(regex))).collect();
        format!("WITH\n{}\n", constants.join(",\n"))
    }

    fn constant(name: &str) -> String {
        name.to_owned()
    }

    fn matches(regex: &str) -> String {
        format!("match(message, {regex})")
    }

    fn starts_with(literal: &str) -> String {
        format!("startsWith(message, {literal})")
    }

    fn tag() -> &'static str {
        "substringIndex(message, ':', 1)"
    }

    fn groups(is_used: &str, regex: &str, _groups: &[Group]) -> String {
        format!("if({is_used}, extractGroups(message, {regex}), [])")
    }

    fn group(groups: &str, index: usize) -> String {
        format!("{groups}[{}]", index + 1)
    }

    fn integer(text: &str, integer: Integer, type_name: &str) -> String {
        // The bytes of a number, the last first.
        let bytes = match integer.base {
            16 => format!("unhex(right(concat(repeat('0', 16), {text}), 16))"),
            2 => format!("unbin(right(concat(repeat('0', 64), {text}), 64))"),
            8 => format!(
                "unbin(right(concat(repeat('0', 64), arrayStringConcat(arrayMap(\
                 digit -> right(bin(toUInt8(digit)), 3), ngrams(assumeNotNull({text}), 1)))), 64))"
            ),
            _ => return format!("to{type_name}OrNull({text})"),
        };
        format!("reinterpretAs{type_name}(reverse({bytes}))")
    }

    fn integer_type(least: i128, greatest: i128) -> &'static str {
        match (least < 0, greatest) {
            (true, 127) => "Int8",
            (true, 32_767) => "Int16",
            (true, 2_147_483_647) => "Int32",
            (true, _) => "Int64",
            (false, 255) => "UInt8",
            (false, 65_535) => "UInt16",
            (false, 4_294_967_295) => "UInt32",
            (false, _) => "UInt64",
        }
    }

    fn number(text: &str) -> String {
        format!("toFloat64OrNull({text})")
    }

    fn boolean(text: &str) -> String {
        format!("toBool({text} = 'true')")
    }

    fn all_groups(catalog: &Catalog<'_, Self>) -> String {
        let number = catalog.helper("number");
        let groups: Vec<String> = catalog
            .expressions()
            .filter(|(_, it)| !it.regex.groups.is_empty())
            .map(|(_, it)| {
                format!("{number} = {}, extractGroups(message, {})", it.number, catalog.regex(&it.regex.text))
            })
            .collect();
        if groups.is_empty() {
            return "emptyArrayString()".to_owned();
        }
        format!("multiIf(\n    {},\n    [])", groups.join(",\n    "))
    }

    fn fields(catalog: &Catalog<'_, Self>, groups: &str) -> [String; 2] {
        let number = catalog.helper("number");
        let mut names = Vec::new();
        let mut absent = Vec::new();
        for (rule, it) in catalog.expressions() {
            let of_groups = it.regex.groups.iter().map(|group| match group {
                Group::Field(index) => rule.name(*index),
                Group::Rest => "rest",
            });
            let empty = it.expression.empty.iter().map(|&index| rule.name(index));
            let all: Vec<String> = of_groups.chain(empty).map(Self::string).collect();
            for group in &it.regex.groups {
                let Group::Field(index) = group else { continue };
                let word = rule.message.fields.get(*index).and_then(|field| field.absent.as_deref());
                absent.extend(word.map(|word| {
                    format!("({}, {}, {})", it.number, Self::string(rule.name(*index)), Self::string(word))
                }));
            }
            names.push(if all.is_empty() { "emptyArrayString()".to_owned() } else { format!("[{}]", all.join(", ")) });
        }
        // The names of the groups, and after them those of the values that are empty.
        let names = format!("[\n      {}\n    ][assumeNotNull({number})]", names.join(",\n      "));
        let all = format!("mapFromArrays({names} AS kmd_names, arrayResize({groups}, length(kmd_names)))");
        let all = all.replace("kmd_names", &catalog.helper("names"));
        let pairs = catalog.helper("values");
        let absent = if absent.is_empty() {
            String::new()
        } else {
            format!(
                "\n    AND (assumeNotNull({number}), name, value) NOT IN (\n      {}\n    )",
                absent.join(",\n      ")
            )
        };
        let fields = format!(
            "CAST(mapFilter((name, value) -> name != 'rest'{absent},\n    {all} AS {pairs}), \
             'Map(String, Nullable(String))')"
        );
        [fields, format!("nullif({pairs}['rest'], '')")]
    }
}
