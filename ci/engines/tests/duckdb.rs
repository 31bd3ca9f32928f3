//! The views of DuckDB, queried by the Python module `duckdb`, compared with the parser.

use kmd_engines::check_views;
use kmd_rules::Engine;

#[test]
fn views() {
    check_views(Engine::DuckDb, "duckdb_views.py", &["duckdb"], &["WX_FORMATTED_ABSENT", "WX_ADDRESS_BEFORE_SKY"]);
}
