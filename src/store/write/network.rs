//! File systems of several computers, whose locks and renames cannot be relied on.

use std::path::Path;

/// What such file systems call themselves in `statfs`, as people know them.
#[cfg(target_os = "linux")]
const KINDS: [(u32, &str); 12] = [
    (0x6969, "NFS"),
    (0xff53_4d42, "SMB"),
    (0xfe53_4d42, "SMB"),
    (0x517b, "SMB"),
    (0x0102_1997, "9p"),
    (0x6573_5546, "FUSE"),
    (0x564c, "NCP"),
    (0x00c3_6400, "Ceph"),
    (0x5346_414f, "AFS"),
    (0x7375_7245, "Coda"),
    (0x786f_4256, "VirtualBox"),
    (0xbacb_acbc, "VMware"),
];

/// Returns the kind of a file system on which nothing is written unless that is allowed; nothing for one of this computer.
#[cfg(target_os = "linux")]
pub fn network(folder: &Path) -> Option<&'static str> {
    let magic = rustix::fs::statfs(folder).ok()?.f_type;
    // Its sign depends on the machine; the low 32 bits are the number.
    let low = u32::from_ne_bytes(low_bytes(magic)?);
    KINDS.iter().find(|(kind, _)| *kind == low).map(|(_, name)| *name)
}

#[cfg(target_os = "linux")]
fn low_bytes(magic: impl TryInto<i128>) -> Option<[u8; 4]> {
    let wide: i128 = magic.try_into().ok()?;
    Some(u32::try_from(wide & 0xffff_ffff).ok()?.to_ne_bytes())
}

/// Elsewhere nobody tells.
#[cfg(not(target_os = "linux"))]
pub fn network(_: &Path) -> Option<&'static str> {
    None
}
