//! The 91 messages as others would write them; `build.rs` writes the code.

#![allow(clippy::all, clippy::pedantic, missing_docs, unreachable_pub)]

include!(concat!(env!("OUT_DIR"), "/baselines.rs"));
