//! Which samples of plans there are.

/// The levels of government whose bodies issue plans.
pub(super) static LEVELS: [(&str, &str); 4] =
    [("tinh", "tỉnh"), ("xa", "xã"), ("phuong", "phường"), ("dac-khu", "đặc khu")];
/// The kinds of plan.
pub(super) static KINDS: [(&str, &str); 3] = [
    ("giam-ngheo", "giảm nghèo bền vững"),
    ("chuong-trinh", "thực hiện một chương trình"),
    ("ngan", "một trang, bố cục thông thường"),
];
