//! A crate with its own catalogs, under strict lints.

#![deny(warnings, missing_docs, rust_2018_idioms, unreachable_pub, clippy::all, clippy::pedantic)]

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
