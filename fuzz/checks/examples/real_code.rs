//! Puts the code in folders into calls: `real_code FOLDER…`. Prints the mistakes after each folder and what was found at
//! the end.

use std::path::Path;
use std::process::ExitCode;

use kmd_checks::real_code::Figures;

fn main() -> ExitCode {
    let mut figures = Figures::default();
    for folder in std::env::args_os().skip(1) {
        let known = figures.mistakes.len();
        figures.add_folder(Path::new(&folder));
        for mistake in &figures.mistakes[known..] {
            println!("{mistake}\n");
        }
    }
    println!("{figures}");
    if figures.parsed > 0 && figures.mistakes.is_empty() { ExitCode::SUCCESS } else { ExitCode::FAILURE }
}
