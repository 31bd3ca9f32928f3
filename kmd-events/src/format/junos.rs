use crate::Facility;

/// The code that stands before the tag under `explicit-priority` ("Junos OS System Log Messages", the table
/// of facility codes), by the facility that Junos sends under that number; where Junos sends none, the
/// name of syslog.
pub(super) const fn facility(facility: Facility) -> &'static str {
    match facility {
        Facility::Kern => "KERN",
        Facility::User => "USER",
        Facility::Mail => "MAIL",
        Facility::Daemon => "DAEMON",
        Facility::Auth => "AUTH",
        Facility::Syslog => "SYSLOG",
        Facility::Lpr => "LPR",
        Facility::News => "NEWS",
        Facility::Uucp => "UUCP",
        Facility::Cron => "CRON",
        Facility::Authpriv => "AUTHPRIV",
        Facility::Ftp => "FTP",
        Facility::Ntp => "NTP",
        Facility::Security => "SECURITY",
        Facility::Console => "CONSOLE",
        Facility::Clock => "CLOCK",
        Facility::Local0 => "LOCAL0",
        Facility::Local1 => "DFC",
        Facility::Local2 => "LOCAL2",
        Facility::Local3 => "FIREWALL",
        Facility::Local4 => "PFE",
        Facility::Local5 => "CONFLICT",
        Facility::Local6 => "CHANGE",
        Facility::Local7 => "INTERACT",
    }
}
