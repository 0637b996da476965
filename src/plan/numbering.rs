//! How parts of the body are numbered.

use crate::choice;

choice! {
    /// The styles in which a part of the body may be numbered.
    pub enum NumberingStyle {
        /// Phần I, on a line of its own.
        Part = "phan", "Phần I, trên dòng riêng";
        /// Phần thứ nhất, on a line of its own.
        PartInWords = "phan_thu", "Phần thứ nhất, trên dòng riêng";
        /// A.
        Capital = "A.", "chữ cái hoa";
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
        /// Bước 1.
        Step = "buoc", "Bước 1.";
        /// -
        Dash = "-", "gạch đầu dòng";
        /// +
        Plus = "+", "dấu cộng";
        /// None.
        None = "khong", "không đánh số";
    }
}
