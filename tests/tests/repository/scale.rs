//! The arithmetic of the guide `scale`.

use crate::read;

const LINES_PER_SECOND: f64 = 75_200.0;
const PEAK: f64 = 376_000.0;

/// Returns the cells after the first of each row of the section with this heading.
fn rows(heading: &str) -> Vec<Vec<String>> {
    let guide = read("kmd-events/src/guide/scale.md");
    let section = guide.split("# ").find(|section| section.starts_with(heading)).expect("the section");
    let rows = section.lines().filter_map(|line| line.strip_prefix("| ")?.strip_suffix(" |")).skip(1);
    rows.map(|row| row.split(" | ").skip(1).map(str::to_owned).collect()).collect()
}

/// Returns the number at the beginning of a cell.
fn number(cell: &str) -> f64 {
    cell.split(' ').next().unwrap_or_default().replace(',', "").parse().unwrap_or_else(|_| panic!("{cell}"))
}

#[test]
fn the_load_follows_from_a_terabyte() {
    let results: Vec<f64> = rows("The load").iter().map(|row| number(&row[1])).collect();
    let lines = 1e12 / 154.0;
    let expected = [lines / 1e9, lines / 86_400.0, 5.0 * lines / 86_400.0, 5.0 * lines / 86_400.0 * 154.0 / 1e6];
    assert_eq!(results.len(), expected.len());
    for (result, expected) in results.iter().zip(expected) {
        assert!((result / expected - 1.0).abs() < 0.005, "{result} is not {expected}");
    }
}

#[test]
fn the_cores_follow_from_the_times() {
    let rows = rows("The cost of `kmd`");
    assert_eq!(rows.len(), 8);
    for row in rows {
        let cores = number(&row[0]) * PEAK / 1e6;
        assert_eq!(format!("{cores:.2}"), row[1], "{row:?}");
    }
}

#[test]
fn the_cores_follow_from_the_speeds() {
    let rows = rows("The cost of engines");
    assert_eq!(rows.len(), 10);
    for row in rows {
        let speed = number(&row[0]);
        let cores = [LINES_PER_SECOND / speed, PEAK / speed].map(|cores| format!("{cores:.2}"));
        assert_eq!(cores, row[1..], "{row:?}");
    }
}

#[test]
fn the_sizes_follow_from_the_measured_ones() {
    let rows: Vec<_> = rows("Memory and storage").into_iter().filter(|row| row[0].starts_with("10¹² ×")).collect();
    assert_eq!(rows.len(), 5);
    for row in rows {
        let ratio = row[0].trim_start_matches("10¹² × ").split(" / ").map(number).collect::<Vec<_>>();
        let bytes = 1e12 * ratio[0] / ratio[1];
        let size = if bytes < 1e12 { format!("{:.0} GB", bytes / 1e9) } else { format!("{:.2} TB", bytes / 1e12) };
        assert_eq!(size, row[1], "{row:?}");
    }
}
