//! A crate that uses the macros of `foreign` without depending on kmd-events.

#![deny(warnings)]

#[cfg(test)]
mod tests {
    use foreign::disk::{DiskEvent, disk_event};

    #[test]
    fn exported_macros_need_no_further_dependency() {
        let event = foreign::app_event!(APP_TWICE { name: "x", loop: String::from("y") });
        assert_eq!(event.to_string(), "x is x, loop {y} and {braces}");
        let event: DiskEvent = disk_event!(DISK_FULL { device: 7 });
        assert_eq!(event.to_string(), "Disk 7 is full");
    }

    #[test]
    fn exported_log_macros_need_no_further_dependency() {
        let mut logged = foreign::calls().len();
        logged += foreign::logged();
        assert_eq!(logged, 9);
    }
}
