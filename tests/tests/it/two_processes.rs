//! Catalogs of two processes that share the file with the messages.

mod sshd {
    kmd_events::catalog!("fixtures/sshd.yaml", "fixtures/ssh_messages.yaml", in crate::two_processes::sshd);
}

mod session {
    kmd_events::catalog!("fixtures/sshd_session.yaml", "fixtures/ssh_messages.yaml", in crate::two_processes::session);
}

const SSHD: &str = "<38>Oct 11 22:14:15 host sshd[7]: Connection closed by ada 192.0.2.1 [preauth]";
const SESSION: &str = "<38>Oct 11 22:14:15 host sshd-session[8]: Connection closed by ada 192.0.2.1";

#[test]
fn each_catalog_reads_the_lines_of_its_process() {
    let event = |line| sshd::SshRecord::parse(line).event().cloned();
    assert_eq!(event(SESSION), None);
    let host = std::net::Ipv4Addr::new(192, 0, 2, 1);
    let preauth = sshd::ssh_event!(SSH_CLOSED { user: "ada", host, phase: sshd::values::Phase::Preauth });
    assert_eq!(event(SSHD), Some(preauth));

    let event = |line| session::SshRecord::parse(line).event().cloned();
    assert_eq!(event(SSHD), None);
    let later = session::ssh_event!(SSH_CLOSED { user: "ada", host, phase: session::values::Phase::Later });
    assert_eq!(event(SESSION), Some(later));
}
