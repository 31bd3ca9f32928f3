//! The views of Spark, queried by the Python module `pyspark` on a cluster of two worker processes, compared with the parser.

use kmd_engines::check_views;
use kmd_rules::Engine;

#[test]
fn views() {
    // The second use of `{n16}` in WX_TWICE is compared with the first, so it ends at one place.
    let unseen = ["WX_FORMATTED_ABSENT", "WX_ADDRESS_BEFORE_SKY", "WX_TWICE"];
    check_views(Engine::Spark, "spark_views.py", &["pyspark"], &unseen);
}
