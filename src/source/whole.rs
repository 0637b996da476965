//! A file that several places share, as each of them writes it down.

use std::sync::Arc;

use serde::{Deserialize, Deserializer, Serialize, Serializer};

use super::SourceFile;

pub(super) fn serialize<S: Serializer>(file: &Arc<SourceFile>, serializer: S) -> Result<S::Ok, S::Error> {
    SourceFile::serialize(file, serializer)
}

pub(super) fn deserialize<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Arc<SourceFile>, D::Error> {
    SourceFile::deserialize(deserializer).map(Arc::new)
}
