//! Rules for engines, compared with the parser. The engines that are no system packages have a package of their own,
//! `ci/engines`.

mod examples;
mod javascript;
mod regex;
