//! A protocol that many courses hold.

use alloc::sync::Arc;
use core::{fmt, ops::Deref};

use super::Protocol;

/// A checked protocol that any number of courses hold without a copy of their own: a preset, or one
/// of your own that is counted.
///
/// What opens a course takes whatever becomes one: a preset, a [`Protocol`], an `Arc` of one, or
/// this. A clone is as cheap as that of a pointer.
///
/// ```
/// use interpersonal::protocol::{Protocol, SharedProtocol, preset};
///
/// let preset = SharedProtocol::from(&preset::ACUTE_16);
/// let own = SharedProtocol::from(Protocol::new(preset.spec().clone())?);
/// assert!(own == preset && !own.is_same(&preset));
/// assert!(own.clone().is_same(&own));
/// # Ok::<(), interpersonal::protocol::ProtocolError>(())
/// ```
#[derive(Clone)]
pub struct SharedProtocol(Held);

#[derive(Clone)]
enum Held {
    Static(&'static Protocol),
    Counted(Arc<Protocol>),
}

impl SharedProtocol {
    /// Whether both are one protocol in memory, and not just equal.
    #[must_use]
    pub fn is_same(&self, other: &Self) -> bool {
        core::ptr::eq::<Protocol>(&raw const **self, &raw const **other)
    }
}

impl Deref for SharedProtocol {
    type Target = Protocol;

    fn deref(&self) -> &Protocol {
        match &self.0 {
            Held::Static(protocol) => protocol,
            Held::Counted(protocol) => protocol,
        }
    }
}

impl fmt::Debug for SharedProtocol {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        (**self).fmt(f)
    }
}

impl PartialEq for SharedProtocol {
    fn eq(&self, other: &Self) -> bool {
        self.is_same(other) || **self == **other
    }
}

impl Eq for SharedProtocol {}

impl From<&'static Protocol> for SharedProtocol {
    fn from(preset: &'static Protocol) -> Self {
        Self(Held::Static(preset))
    }
}

impl From<Arc<Protocol>> for SharedProtocol {
    fn from(protocol: Arc<Protocol>) -> Self {
        Self(Held::Counted(protocol))
    }
}

impl From<Protocol> for SharedProtocol {
    fn from(protocol: Protocol) -> Self {
        Arc::new(protocol).into()
    }
}
