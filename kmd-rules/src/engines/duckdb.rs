//! Views of DuckDB with typed columns.

use std::fmt::Write as _;

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
    sql::rules::<DuckDb>(lowered, model, options)
}

/// The SQL of DuckDB.
struct DuckDb;

impl DuckDb {
    /// Returns the groups of an expression as a struct.
    fn extract(regex: &str, groups: &[Group]) -> String {
        let names: Vec<String> = (1..=groups.len()).map(|number| format!("'g{number}'")).collect();
        format!("regexp_extract(message, {regex}, [{}])", names.join(", "))
    }
}

impl Sql for DuckDb {
    const ENGINE: Engine = Engine::DuckDb;
    const DIALECT: Dialect = Dialect::RE2_NUMBERS;
    const INSTALL: &'static str =
        "Create a table or a view `logs` with the column `message`, which has the text of a line after its
header, such as `TAG: text`. The views also contain its other columns, which must not have the name of a column below.
For example:
  CREATE VIEW logs AS SELECT time, host, msg AS message FROM 'syslog/*.parquet' WHERE program = '{process}'
Then create the views. Repeat this after each change of the catalog:
  duckdb logs.duckdb -f {file}";
    const TEST: &'static str =
        "Count the messages. `fields['name']` is the text of a value, or NULL if the value is absent.
  duckdb logs.duckdb -c 'SELECT tag, count(*) FROM {view} GROUP BY tag'";
    const EXCEPT: &'static str = "EXCLUDE";

    fn name(name: &str) -> String {
        format!("\"{}\"", name.replace('"', "\"\""))
    }

    fn string(text: &str) -> String {
        format!("'{}'", text.replace('\'', "''"))
    }

    fn regex(text: &str) -> String {
        Self::string(text)
    }

    fn before(constants: &[(String, String)]) -> String {
        let constant = |(name, regex): &(String, String)| {
            format!("\nCREATE OR REPLACE MACRO {name}() AS {};\n", Self::regex(regex))
        };
        constants.iter().map(constant).collect()
    }

    fn constant(name: &str) -> String {
        format!("{name}()")
    }

    fn matches(regex: &str) -> String {
        format!("regexp_matches(message, {regex})")
    }

    fn starts_with(literal: &str) -> String {
        format!("starts_with(message, {literal})")
    }

    fn tag() -> &'static str {
        "split_part(message, ':', 1)"
    }

    /// With `unnest`, the number is computed once, not again for the condition of the outer query.
    fn numbered(number: &str, column: &str, from: &str) -> String {
        format!("SELECT *, unnest([{number}]) AS {column}\n{from}")
    }

    fn groups(is_used: &str, regex: &str, groups: &[Group]) -> String {
        format!("CASE WHEN {is_used} THEN {} END", Self::extract(regex, groups))
    }

    fn group(groups: &str, index: usize) -> String {
        format!("{groups}.g{}", index + 1)
    }

    fn integer(text: &str, integer: Integer, type_name: &str) -> String {
        let digits = match integer.base {
            16 => format!("'0x' || {text}"),
            2 => format!("'0b' || {text}"),
            8 => {
                // Each digit in binary, with letters until all are replaced.
                let replace = |text, digit: u32| {
                    let binary: String =
                        (0..3).rev().map(|bit| if digit >> bit & 1 == 1 { 'i' } else { 'o' }).collect();
                    format!("replace({text}, '{digit}', '{binary}')")
                };
                format!("'0b' || translate({}, 'oi', '01')", (0..8).fold(text.to_owned(), replace))
            }
            _ => return format!("TRY_CAST({text} AS {type_name})"),
        };
        if integer.least == 0 {
            return format!("TRY_CAST({digits} AS {type_name})");
        }
        let (half, all) = (integer.least.unsigned_abs(), integer.least.unsigned_abs() * 2);
        format!("TRY_CAST((TRY_CAST({digits} AS HUGEINT) + {half}) % {all} - {half} AS {type_name})")
    }

    fn integer_type(least: i128, greatest: i128) -> &'static str {
        match (least < 0, greatest) {
            (true, 127) => "TINYINT",
            (true, 32_767) => "SMALLINT",
            (true, 2_147_483_647) => "INTEGER",
            (true, _) => "BIGINT",
            (false, 255) => "UTINYINT",
            (false, 65_535) => "USMALLINT",
            (false, 4_294_967_295) => "UINTEGER",
            (false, _) => "UBIGINT",
        }
    }

    fn number(text: &str) -> String {
        format!("TRY_CAST({text} AS DOUBLE)")
    }

    fn all_groups(catalog: &Catalog<'_, Self>) -> String {
        let mut text = format!("CASE {}", catalog.helper("number"));
        for (rule, it) in catalog.expressions() {
            let mut pairs = Vec::new();
            let mut rest = "''".to_owned();
            for (index, group) in it.regex.groups.iter().enumerate() {
                let value = Self::group("g", index);
                match group {
                    Group::Rest => rest = value,
                    Group::Field(index) => {
                        let absent = rule.message.fields.get(*index).and_then(|field| field.absent.as_deref());
                        let value = match absent {
                            Some(word) => format!("nullif({value}, {})", Self::string(word)),
                            None => value,
                        };
                        pairs.push(format!("{}: {value}", Self::string(rule.name(*index))));
                    }
                }
            }
            let empty = it.expression.empty.iter();
            pairs.extend(empty.map(|&index| format!("{}: ''", Self::string(rule.name(index)))));
            let fields = if pairs.is_empty() {
                "CAST(MAP {} AS MAP(VARCHAR, VARCHAR))".to_owned()
            } else {
                format!("MAP {{{}}}", pairs.join(", "))
            };
            let event = format!("{{'rest': {rest}, 'fields': {fields}}}");
            let event = if it.regex.groups.is_empty() {
                event
            } else {
                let groups = Self::extract(&catalog.regex(&it.regex.text), &it.regex.groups);
                format!("list_transform([{groups}], lambda g: {event})[1]")
            };
            let _ = write!(text, "\n    WHEN {} THEN {event}", it.number);
        }
        text + "\n  END"
    }

    fn fields(_catalog: &Catalog<'_, Self>, groups: &str) -> [String; 2] {
        [format!("{groups}.fields"), format!("nullif({groups}.rest, '')")]
    }
}
