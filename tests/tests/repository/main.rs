//! The files of the repository agree with each other. Apart from the other tests, since these run no code of the crates.

mod dependencies;
mod layout;
mod messages_md;
mod readme;
