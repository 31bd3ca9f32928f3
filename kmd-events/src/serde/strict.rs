use serde_core::de::{Deserialize, Deserializer};

use super::{Unknown, deserialize_event};
use crate::{CatalogEvent, Tag};

/// An event that refuses unknown fields when it is deserialized.
///
/// Deserializing an event ignores the fields that its catalog does not have, because a program with a newer catalog may have
/// written them. In a test, a field that is ignored can be a mistake, so a test reads `Strict<KmdEvent>`:
///
/// ```
/// use kmd_events::{KmdEvent, Strict};
///
/// let json = r#"{"tag":"KMD_PM_SA_PEER_NOT_FOUND","fields":{"sa-name":"branch-7","peer":"hq"}}"#;
/// let event: KmdEvent = serde_json::from_str(json)?;
/// assert_eq!(event.to_string(), "Unable to find active peer for SA branch-7");
///
/// let error = serde_json::from_str::<Strict<KmdEvent>>(json).unwrap_err();
/// assert!(error.to_string().starts_with("unknown field `peer` of `KMD_PM_SA_PEER_NOT_FOUND`"));
/// # Ok::<(), serde_json::Error>(())
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Strict<E>(
    /// The event.
    pub E,
);

impl<'de, E> Deserialize<'de> for Strict<E>
where
    E: CatalogEvent,
    E::Tag: Tag<Event<'static> = E>,
{
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserialize_event::<E::Tag, D>(Unknown::Refused, deserializer).map(Self)
    }
}
