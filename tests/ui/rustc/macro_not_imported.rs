fn main() {
    let _ = disk_event!(DISK_FULL { device: 1 });
}
