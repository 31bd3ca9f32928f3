use kmd_events::{KmdEvent, kmd_event};

const EVENT: KmdEvent<'_> = kmd_event!(KMD_PM_SPI_DELETE_FAILUR { spi: 7 });

fn main() {
    println!("{EVENT}");
}
