//! Rules for the formats of placeholders. A parser must be able to read each value back exactly.

use std::collections::{HashMap, HashSet};

use super::validator::Validator;
use crate::ast::Catalog;
use crate::declarations::{Declarations, Declared};
use crate::diagnostics::Diagnostic;
use crate::field_type::FieldType;
use crate::format_spec::{FormatSpec, Radix};
use crate::template::Use;

/// The maximum width of a number, in characters.
const MAX_WIDTH: u8 = 64;

/// The maximum number of decimals of an `f64`.
const MAX_PRECISION: u8 = 17;

/// Rejects formats that the type of the placeholder does not have, and placeholders without a necessary format.
pub(super) fn formats_fit_types(catalog: &Catalog, validator: &mut Validator<'_>) {
    let declarations = Declarations::new(&catalog.placeholders);
    for (message, template) in catalog.templates() {
        // Of equal uses, the first is reported.
        let mut known: HashSet<Use<'_>> = HashSet::new();
        let mut first: HashMap<&str, Use<'_>> = HashMap::new();
        for used in template.uses().filter(|&used| known.insert(used)) {
            let Some(declared) = declarations.of(message, used.name) else {
                continue;
            };
            let first = *first.entry(used.name).or_insert(used);
            let mistake = mistake(&declared, used).or_else(|| different_decimals(&declared, first, used));
            if let Some(mistake) = mistake {
                let span = validator.format(template, used);
                validator.reject(message, span, || mistake);
            }
        }
    }
}

/// Returns the mistake if two uses of a placeholder in one template have different decimals, since at most one of them
/// has the exact value.
fn different_decimals(declared: &Declared<'_>, first: Use<'_>, used: Use<'_>) -> Option<Diagnostic> {
    let has_decimals = matches!(declared.field_type, FieldType::F64 | FieldType::Duration);
    (has_decimals && first != used).then(|| {
        Diagnostic::new(format!("`{first}` and `{used}` have different formats"))
            .help(format!("write `{first}`"))
            .note("a parser compares the values of the same placeholder")
    })
}

/// Returns the mistake in a use of a placeholder.
fn mistake(declared: &Declared<'_>, used: Use<'_>) -> Option<Diagnostic> {
    let Use { name, format } = used;
    let type_name = declared.field_type.as_str();
    let decimals = |width: &str| {
        Diagnostic::new(format!("missing number of decimals in `{used}`")).help(format!("write `{{{name}:{width}.2}}`"))
    };
    let needs_decimals = declared.field_type == FieldType::F64;
    let Some(format) = format else {
        return needs_decimals.then(|| decimals(""));
    };
    let Some(syntax) = syntax(declared.field_type) else {
        return Some(
            Diagnostic::new(format!("unexpected format `{format}` for type `{type_name}`"))
                .help(format!("write `{{{name}}}`")),
        );
    };
    if format.is_empty() {
        let written = if needs_decimals { format!("{{{name}:.2}}") } else { format!("{{{name}}}") };
        return Some(Diagnostic::new(format!("empty format in `{used}`")).help(format!("write `{written}`")));
    }
    let problem = match FormatSpec::parse(format) {
        Some(spec) => problem(declared, spec)?,
        None => Problem::Unknown,
    };
    Some(match problem {
        Problem::Unknown => {
            let unknown = Diagnostic::new(format!("unknown format `{format}` for type `{type_name}`"));
            match intended(declared, format) {
                Some(intended) => unknown.help(format!("write `{intended}`")),
                None => unknown.note(syntax),
            }
        }
        Problem::NoRadix => Diagnostic::new(format!("`#` without a radix in format `{format}`"))
            .help(format!("write `{format}x`"))
            .note("the radixes are `x`, `X`, `o` and `b`"),
        Problem::NoPrecision => decimals(format),
        Problem::TooWide => Diagnostic::new(format!("width too large in format `{format}` (maximum {MAX_WIDTH})")),
        Problem::TooPrecise(max) => {
            let diagnostic = Diagnostic::new(format!("too many decimals in format `{format}` (maximum {max})"));
            match declared.unit.filter(|_| !needs_decimals) {
                Some(unit) => diagnostic.note(format!(
                    "a duration has whole nanoseconds, and so at most {max} decimals in the unit `{}`",
                    unit.as_str()
                )),
                None => diagnostic,
            }
        }
    })
}

/// What is wrong with a format.
enum Problem {
    Unknown,
    NoRadix,
    NoPrecision,
    TooWide,
    /// More decimals than this.
    TooPrecise(u8),
}

/// Returns what is wrong with a format for the type of a placeholder.
fn problem(declared: &Declared<'_>, spec: FormatSpec) -> Option<Problem> {
    let FormatSpec { alternate, width, precision, radix } = spec;
    let is_decimal = !alternate && radix == Radix::Decimal;
    let max_precision = match declared.field_type {
        FieldType::F64 if is_decimal => MAX_PRECISION,
        FieldType::Duration if is_decimal && width == 0 => declared.unit?.max_precision(),
        FieldType::Mac => {
            let capitals = FormatSpec { radix: Radix::UpperHex, ..FormatSpec::default() };
            return (spec != capitals).then_some(Problem::Unknown);
        }
        field_type if field_type.is_integer() && precision.is_none() => {
            if alternate && radix == Radix::Decimal {
                return Some(Problem::NoRadix);
            }
            return (width > MAX_WIDTH).then_some(Problem::TooWide);
        }
        _ => return Some(Problem::Unknown),
    };
    match precision {
        None => Some(Problem::NoPrecision),
        Some(_) if width > MAX_WIDTH => Some(Problem::TooWide),
        Some(precision) => (precision > max_precision).then_some(Problem::TooPrecise(max_precision)),
    }
}

/// Returns the format that was probably meant: `08x` for `8x`, `.2` for `2`, and `X` for `x`.
fn intended(declared: &Declared<'_>, format: &str) -> Option<String> {
    let padded = match format.strip_prefix('#') {
        Some(rest) => format!("#0{rest}"),
        None => format!("0{format}"),
    };
    let candidates = [padded, format!(".{format}"), format.to_uppercase()];
    candidates.into_iter().find(|candidate| {
        FormatSpec::parse(candidate).is_some_and(|spec| problem(declared, spec).is_none()) && candidate != format
    })
}

/// Returns the syntax of the formats of a type, or `None` if it has none.
fn syntax(field_type: FieldType) -> Option<&'static str> {
    match field_type {
        FieldType::F64 => Some("a format of an `f64` is `[0WIDTH].PRECISION`, such as `.2`"),
        FieldType::Duration => Some("a format of a `duration` is `.PRECISION`, such as `.3`"),
        FieldType::Mac => Some("the format of a `mac` is `X`, for capital letters"),
        other if other.is_integer() => {
            Some("a format of an integer is `[#][0WIDTH][x|X|o|b]`, such as `03`, `#x` or `08x`")
        }
        _ => None,
    }
}
