//! How parts of the body are numbered.

use crate::choice;

choice! {
    /// The styles in which a part of the body may be numbered.
    pub enum NumberingStyle {
        /// Phần I, on a line of its own.
        Part = "phan", "Phần I, trên dòng riêng";
        /// I.
        Roman = "I.", "số La Mã";
        /// 1.
        Number = "1.", "số thường";
        /// 1.1.
        Decimal = "1.1.", "số hai cấp";
        /// a)
        Letter = "a)", "chữ cái và ngoặc";
        /// a.
        LetterWithDot = "a.", "chữ cái và chấm";
        /// -
        Dash = "-", "gạch đầu dòng";
        /// +
        Plus = "+", "dấu cộng";
        /// None.
        None = "khong", "không đánh số";
    }
}
