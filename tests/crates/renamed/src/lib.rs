//! A crate that depends on kmd-events under another name.

#![deny(warnings)]

/// A catalog of this crate.
pub mod own {
    log_events::catalog!("../foreign/app.yaml", in crate::own);
}

#[cfg(test)]
mod tests {
    #[test]
    fn the_name_of_the_dependency_does_not_matter() {
        let event = log_events::kmd_event!(KMD_PM_UNSUPPORTED_KEY { type: "dsa" });
        assert_eq!(event.to_string(), "Key type = dsa, not supported");
        let event = crate::own::app_event!(APP_STARTED);
        assert_eq!(event.to_string(), "Started");
        let sink = log_events::sink::Fanout::new();
        assert!(log_events::kmd_log!(sink, KMD_PM_UNSUPPORTED_KEY { type: "dsa" }).is_ok());
        assert!(crate::own::app_log!(sink, APP_STARTED).is_ok());
        log_events::assert_logged!([event], crate::own::events::APP_STARTED);
        let event = log_events::kmd_event!(KMD_PM_UNSUPPORTED_KEY { type: "dsa" });
        log_events::assert_logged!([event], log_events::events::KMD_PM_UNSUPPORTED_KEY { type: "dsa" });
    }
}
