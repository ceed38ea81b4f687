//! Makes maps in the order of their keys, one after another.

use std::collections::BTreeMap;

/// A map of these; of two with one key the later counts. `collect` would sort them all first, and each place that
/// collects would have a sort of its own in the program: 100 kB of them.
pub(crate) fn map_of<K: Ord, V>(entries: impl IntoIterator<Item = (K, V)>) -> BTreeMap<K, V> {
    let mut map = BTreeMap::new();
    map.extend(entries);
    map
}
