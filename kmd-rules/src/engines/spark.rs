//! Views of Spark SQL with typed columns.

use std::fmt::Write as _;

use kmd_catalog::Model;

use super::sql::{self, Catalog, Sql};
use crate::conversion::Integer;
use crate::dialect::Dialect;
use crate::engine::Engine;
use crate::escape::escape;
use crate::expression::Group;
use crate::options::Options;
use crate::rule::Rule;
use crate::rules::Rules;

pub(crate) fn rules(lowered: &[Rule<'_>], model: &Model, options: &Options) -> Rules {
    sql::rules::<Spark>(lowered, model, options)
}

/// The SQL of Spark.
///
/// `regexp_extract` matches again for each group. Here, one `regexp_replace` writes all groups with a line break after each,
/// which no line has.
struct Spark;

impl Sql for Spark {
    const ENGINE: Engine = Engine::Spark;
    const DIALECT: Dialect = Dialect::JAVA;
    const INSTALL: &'static str =
        "Create a table or a view `logs` with the column `message`, which has the text of a line after its
header, such as `TAG: text`. The views also contain its other columns, which must not have the name of a column below.
For example:
  CREATE VIEW logs AS SELECT time, host, msg AS message FROM syslog WHERE program = '{process}'
Then create the views with Spark 4 or later. They exist until the session ends:
  spark-sql -i {file}
To keep the views, remove the word TEMPORARY. The metastore then has to store views of many kilobytes, which Derby, the
default, cannot do.";
    const TEST: &'static str =
        "Count the messages. `fields['name']` is the text of a value, or NULL if the value is absent.
  spark-sql -i {file} -e 'SELECT tag, count(*) FROM {view} GROUP BY tag'";
    const CREATE: &'static str = "CREATE OR REPLACE TEMPORARY VIEW";
    const EXCEPT: &'static str = "EXCEPT";

    fn name(name: &str) -> String {
        format!("`{}`", name.replace('`', "``"))
    }

    /// Spark replaces `${…}` everywhere, even in a string.
    fn string(text: &str) -> String {
        let literal = |text: &str| format!("'{}'", text.replace('\\', r"\\").replace('\'', r"\'"));
        match &*text.split("${").map(literal).collect::<Vec<_>>() {
            [only] => only.clone(),
            pieces => format!("concat({})", pieces.join(", '$', '{', ")),
        }
    }

    /// A raw string has no escapes. An expression has no `${`, since it has a backslash before each `{` of a text.
    fn regex(text: &str) -> String {
        format!("r'{}'", text.replace('\'', r"\x27"))
    }

    /// `spark-sql` looks for quotes and semicolons in comments.
    fn comment(text: &str) -> String {
        let is_special = |char: char| char.is_control() || "'\"`;\\$".contains(char);
        text.chars().map(|char| if is_special(char) { '_' } else { char }).collect()
    }

    fn source(constants: &[(String, String)]) -> String {
        let columns = constants.iter().map(|(name, regex)| format!("{} AS {name}", Self::regex(regex)));
        let columns = ["*".to_owned()].into_iter().chain(columns).collect::<Vec<_>>().join(",\n  ");
        format!("(\nSELECT {columns}\nFROM logs\n) AS source")
    }

    fn source_columns(constants: &[(String, String)]) -> Vec<String> {
        constants.iter().map(|(name, _)| name.clone()).collect()
    }

    fn constant(name: &str) -> String {
        name.to_owned()
    }

    fn matches(regex: &str) -> String {
        format!("message RLIKE {regex}")
    }

    fn starts_with(literal: &str) -> String {
        format!("startswith(message, {literal})")
    }

    fn tag() -> &'static str {
        "substring_index(message, ':', 1)"
    }

    /// With `explode`, the number is computed once, not again for the condition of the outer query.
    fn numbered(number: &str, column: &str, from: &str) -> String {
        format!(
            "SELECT *, explode(array(CASE WHEN NOT contains(message, char(10)) THEN\n  {number}\n  END)) AS {column}\n{from}"
        )
    }

    fn groups(is_used: &str, regex: &str, groups: &[Group]) -> String {
        let numbers: Vec<String> = (1..=groups.len()).map(|number| format!("'${number}'")).collect();
        format!(
            "CASE WHEN {is_used} THEN split(regexp_replace(message, {regex}, concat_ws(char(10), {})), char(10)) END",
            numbers.join(", ")
        )
    }

    fn group(groups: &str, index: usize) -> String {
        format!("{groups}[{index}]")
    }

    fn integer(text: &str, integer: Integer, type_name: &str) -> String {
        if integer.base == 10 {
            return format!("try_cast({text} AS {type_name})");
        }
        let number = format!("try_cast(conv({text}, {}, 10) AS DECIMAL(20, 0))", integer.base);
        if integer.least == 0 {
            return format!("try_cast({number} AS {type_name})");
        }
        let (half, all) = (integer.least.unsigned_abs(), integer.least.unsigned_abs() * 2);
        format!("try_cast(({number} + {half}) % {all} - {half} AS {type_name})")
    }

    fn integer_type(least: i128, greatest: i128) -> &'static str {
        match (least < 0, greatest) {
            (true, 127) => "TINYINT",
            (true, 32_767) | (false, 255) => "SMALLINT",
            (true, 2_147_483_647) | (false, 65_535) => "INT",
            (true, _) | (false, 4_294_967_295) => "BIGINT",
            (false, _) => "DECIMAL(20, 0)",
        }
    }

    /// With `nullif`, Spark would match once more: it computes the string in the query of the groups, together with them.
    fn unless(text: &str, word: &str) -> String {
        format!("CASE WHEN {text} != {word} THEN {text} END")
    }

    fn number(text: &str) -> String {
        format!("try_cast({text} AS DOUBLE)")
    }

    fn null() -> &'static str {
        "CAST(NULL AS STRING)"
    }

    /// The rest, and a line for each value: its name, `=` and its text.
    fn all_groups(catalog: &Catalog<'_, Self>) -> String {
        let mut text = format!("CASE {}", catalog.helper("number"));
        for (rule, it) in catalog.expressions() {
            let mut rest = "''".to_owned();
            let mut lines = Vec::new();
            let mut absent = Vec::new();
            for (index, group) in it.regex.groups.iter().enumerate() {
                let value = format!("${}", index + 1);
                let Group::Field(index) = group else {
                    rest = format!("'{value}'");
                    continue;
                };
                let name = rule.name(*index);
                lines.push(format!("'{name}={value}'"));
                let word = rule.message.fields.get(*index).and_then(|field| field.absent.as_deref());
                absent.extend(word.map(|word| format!("{name}={}", escape(word))));
            }
            lines.extend(it.expression.empty.iter().map(|&index| format!("'{}='", rule.name(index))));
            lines.insert(0, rest);
            let lines = format!("concat_ws(char(10), {})", lines.join(", "));
            let mut event = if it.regex.groups.is_empty() {
                lines
            } else {
                format!("regexp_replace(message, {}, {lines})", catalog.regex(&it.regex.text))
            };
            if !absent.is_empty() {
                let absent = Self::regex(&format!(r"\n(?:{})(?=\n|\z)", absent.join("|")));
                event = format!("regexp_replace({event}, {absent}, '')");
            }
            let _ = write!(text, "\n    WHEN {} THEN {event}", it.number);
        }
        text + "\n  END"
    }

    fn fields(_catalog: &Catalog<'_, Self>, groups: &str) -> [String; 2] {
        let fields = format!(
            "CASE WHEN contains({groups}, char(10))\n    THEN str_to_map(substring({groups}, instr({groups}, char(10)) + 1), \
             char(10), '=')\n    ELSE CAST(map() AS MAP<STRING, STRING>) END"
        );
        let rest = format!(
            "CASE WHEN {groups} != '' AND NOT startswith({groups}, char(10))\n    THEN substring_index({groups}, char(10), 1) END"
        );
        [fields, rest]
    }
}
