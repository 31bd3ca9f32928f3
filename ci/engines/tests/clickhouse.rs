//! The views of ClickHouse, queried by the Python module `chdb`, compared with the parser.

use kmd_engines::check_views;
use kmd_rules::Engine;

#[test]
fn views() {
    check_views(
        Engine::ClickHouse,
        "clickhouse_views.py",
        &["chdb"],
        &["WX_FORMATTED_ABSENT", "WX_ADDRESS_BEFORE_SKY"],
    );
}
