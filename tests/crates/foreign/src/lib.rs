//! A crate with its own catalogs, under strict lints.

#![deny(warnings, rust_2018_idioms, clippy::all, clippy::pedantic)]
// Older compilers do not know each of them.
#![allow(unknown_lints)]
// The lints that rustc allows unless a crate denies them.
#![deny(
    absolute_paths_not_starting_with_crate,
    ambiguous_negative_literals,
    deprecated_in_future,
    deprecated_safe_2024,
    edition_2024_expr_fragment_specifier,
    elided_lifetimes_in_paths,
    explicit_outlives_requirements,
    ffi_unwind_calls,
    if_let_rescope,
    impl_trait_overcaptures,
    impl_trait_redundant_captures,
    keyword_idents_2018,
    keyword_idents_2024,
    let_underscore_drop,
    macro_use_extern_crate,
    meta_variable_misuse,
    missing_copy_implementations,
    missing_debug_implementations,
    missing_docs,
    missing_unsafe_on_extern,
    non_ascii_idents,
    redundant_imports,
    redundant_lifetimes,
    rust_2021_incompatible_closure_captures,
    rust_2021_incompatible_or_patterns,
    rust_2021_prefixes_incompatible_syntax,
    rust_2021_prelude_collisions,
    rust_2024_guarded_string_incompatible_syntax,
    rust_2024_incompatible_pat,
    rust_2024_prelude_collisions,
    single_use_lifetimes,
    tail_expr_drop_order,
    trivial_casts,
    trivial_numeric_casts,
    unit_bindings,
    unnameable_types,
    unreachable_pub,
    unsafe_attr_outside_unsafe,
    unsafe_code,
    unsafe_op_in_unsafe_fn,
    unused_crate_dependencies,
    unused_extern_crates,
    unused_import_braces,
    unused_lifetimes,
    unused_macro_rules,
    unused_qualifications,
    unused_results,
    variant_size_differences
)]

kmd_events::catalog!(pub "app.yaml");

/// A second catalog, in a module and exported to other crates.
pub mod disk {
    kmd_events::catalog!(pub "disk.yaml", in crate::disk);
}

/// A catalog without placeholders, whose macro is private to the crate.
pub mod words {
    kmd_events::catalog!("words.yaml", in crate::words);
}

/// A catalog with every type.
pub mod lab {
    kmd_events::catalog!(pub "lab.yaml", in crate::lab);
}

/// A catalog with names that the generated code uses, too.
pub mod hostile {
    kmd_events::catalog!(pub "hostile.yaml", in crate::hostile);
}

// This module is not used.
mod quiet {
    kmd_events::catalog!("disk.yaml", in crate::quiet);
}

/// A catalog in a nested module, with the same prefix as another catalog.
pub mod outer {
    /// The module of the catalog.
    pub mod r#type {
        kmd_events::catalog!("disk.yaml", in crate::outer::r#type,);
    }
}

/// Modules whose paths would be the same if their segments were concatenated.
pub mod a {
    /// The catalog of `crate::a_b`.
    pub mod b {
        kmd_events::catalog!(pub "disk.yaml", in crate::a::b);
    }
}

/// The catalog of `crate::a::b`.
pub mod a_b {
    kmd_events::catalog!(pub "disk.yaml", in crate::a_b);
}

/// Calls the macros in their own crate: by name, by path, imported and renamed.
#[must_use]
pub fn calls() -> Vec<String> {
    use crate::disk::disk_event as renamed;
    vec![
        app_event!(APP_STARTED).to_string(),
        crate::app_event!(APP_STARTED).to_string(),
        disk::disk_event!(DISK_FULL { device: 1 }).to_string(),
        renamed!(DISK_FULL { device: 2 }).to_string(),
        words::word_event!(WORD_KERN).to_string(),
        outer::r#type::disk_event!(DISK_FULL { device: 3 }).to_string(),
    ]
}

/// Logs to a sink in the crate of the catalogs, by each way to call the macros, and returns the number of events.
#[must_use]
pub fn logged() -> usize {
    use kmd_events::sink::{Fanout, Sink};
    fn log(sink: &dyn Sink) -> [Result<(), kmd_events::sink::SinkError>; 3] {
        [
            app_log!(sink, APP_STARTED),
            crate::disk::disk_log!(sink, DISK_FULL { device: 1 }),
            outer::r#type::disk_log!(sink, DISK_FULL { device: 3 }),
        ]
    }
    log(&Fanout::new()).iter().filter(|result| result.is_ok()).count()
}

#[cfg(test)]
mod tests {
    #[test]
    fn a_macro_works_however_it_is_called() {
        assert_eq!(
            super::calls(),
            ["Started", "Started", "Disk 1 is full", "Disk 2 is full", "Word 0", "Disk 3 is full"]
        );
    }

    #[test]
    fn an_event_without_text_needs_no_lifetime() {
        fn without_lifetime(event: super::disk::DiskEvent) -> super::disk::DiskEvent {
            event.into_owned()
        }
        let event = super::disk::disk_event!(DISK_FULL { device: 1 });
        assert_eq!(without_lifetime(event).to_string(), "Disk 1 is full");
    }
}
