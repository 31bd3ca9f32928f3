//! Catalogs of a crate other than kmd-events, under the lints of a strict crate.

#![deny(warnings, missing_docs, rust_2018_idioms, unreachable_pub, clippy::all, clippy::pedantic)]

kmd_events::catalog!(pub "app.yaml");

/// A second catalog, in a module, that other crates can use too.
pub mod disk {
    kmd_events::catalog!(pub "disk.yaml", in crate::disk);
}

/// A catalog without placeholders, whose macro stays in the crate.
pub mod words {
    kmd_events::catalog!("words.yaml", in crate::words);
}

// Nothing here is used.
mod quiet {
    kmd_events::catalog!("disk.yaml", in crate::quiet);
}

/// A catalog two modules deep, with the prefix of another.
pub mod outer {
    /// Where it stands.
    pub mod r#type {
        kmd_events::catalog!("disk.yaml", in crate::outer::r#type,);
    }
}

/// Paths that would be the same if their segments were put together.
pub mod a {
    /// As `crate::a_b`.
    pub mod b {
        kmd_events::catalog!(pub "disk.yaml", in crate::a::b);
    }
}

/// As `crate::a::b`.
pub mod a_b {
    kmd_events::catalog!(pub "disk.yaml", in crate::a_b);
}

/// Calls in the crate that defines the macros: by name, by path, imported and renamed.
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
        fn needs_none(event: super::disk::DiskEvent) -> super::disk::DiskEvent {
            event.into_owned()
        }
        let event = super::disk::disk_event!(DISK_FULL { device: 1 });
        assert_eq!(needs_none(event).to_string(), "Disk 1 is full");
    }
}
