//! The table of codes: one row each, sorted, never reused.

/// A code of a finding, and what it stands for: `KH-` plan and settings, `MB-` template.
#[derive(Debug, Clone, Copy)]
pub struct Code {
    /// The code as it is printed.
    pub id: &'static str,
    /// The fault in a few words.
    pub title: &'static str,
    /// What the fault means and how it is cured.
    pub about: &'static str,
}

impl PartialEq for Code {
    fn eq(&self, other: &Self) -> bool {
        self.id == other.id
    }
}

impl Eq for Code {}

/// Declares the codes and their table in one place.
macro_rules! codes {
    ($($name:ident = $id:literal, $title:literal, $about:literal;)*) => {
        #[expect(non_upper_case_globals, reason = "codes are named like the choices that they are")]
        impl Code {
            $(#[doc = $title] pub const $name: Self = Self { id: $id, title: $title, about: $about };)*

            /// Every code that reading, settings and templates raise, in order; rules have codes of their own.
            pub const ALL: &[Self] = &[$(Self::$name,)*];
        }
    };
}

codes! {
    NotText = "KH-0001", "tệp không phải văn bản UTF-8",
        "Kế hoạch phải là tệp văn bản mã UTF-8. Mở tệp bằng trình soạn thảo, chọn «Lưu với mã UTF-8» rồi chạy lại.";
    EmptyFile = "KH-0002", "tệp trống",
        "Tệp không có nội dung. Viết kế hoạch vào tệp, hoặc đổi tên tệp bắt đầu bằng dấu gạch dưới nếu đó không phải kế hoạch.";
    TooLarge = "KH-0003", "tệp quá lớn",
        "Tệp lớn hơn mọi kế hoạch có thật. Kiểm tra xem có chép nhầm tệp khác vào không.";
    BadCharacter = "KH-0004", "ký tự không in được",
        "Tệp có ký tự điều khiển hoặc ký tự mà phông chữ của văn bản không có. Xóa hoặc gõ lại ký tự đó.";
    NotMeasurable = "KH-0005", "tệp không đo được",
        "Chỉ đo được tệp DOCX và PDF còn nguyên vẹn, không đặt mật khẩu. Tệp Word đời cũ (.doc), RTF, HTML thì mở bằng Word rồi lưu lại dạng .docx.";
    Outdated = "KH-0006", "kết quả không còn đúng với kế hoạch",
        "Tệp DOCX hoặc PDF không phải là tệp mà kế hoạch, tệp dùng chung, mẫu và chương trình hiện nay dựng ra: kế hoạch đã sửa mà chưa dựng lại, hoặc tệp kết quả bị sửa tay. Chạy kehoach build; xem lý do bằng --explain.";
    LockBroken = "KH-0007", "tệp khóa không khớp",
        "Tệp khóa (kehoach.lock) ghi mã băm SHA-256 của từng kết quả. Kết quả dựng từ các kế hoạch hiện nay không giống mã đã ghi, hoặc tệp khóa thừa, thiếu dòng. Nếu thay đổi là đúng, chạy kehoach build --lock rồi lưu tệp khóa mới.";
    YamlSyntax = "KH-0101", "sai cú pháp YAML",
        "Chương trình không đọc được cấu trúc của tệp tại chỗ được chỉ: thường là thụt dòng lệch, thiếu dấu nháy, hoặc dấu hai chấm giữa câu.";
    Tab = "KH-0102", "thụt dòng bằng phím Tab",
        "YAML chỉ cho phép thụt dòng bằng dấu cách. Thay mỗi phím Tab bằng hai dấu cách.";
    Colon = "KH-0103", "dấu hai chấm giữa câu",
        "Trong YAML, dấu hai chấm theo sau là dấu cách ngăn khóa với giá trị. Câu có dấu hai chấm phải đặt trong dấu nháy kép.";
    TooDeep = "KH-0104", "lồng quá sâu",
        "Các phần lồng vào nhau quá nhiều tầng. Văn bản hành chính không cần quá sáu tầng.";
    Reference = "KH-0105", "bí danh YAML",
        "Kế hoạch không dùng bí danh (*ten), mỏ neo (&ten) hay thẻ (!ten) của YAML. Viết giá trị ra, hoặc dùng mã khai báo trong tệp dùng chung.";
    DuplicateKey = "KH-0106", "khóa viết hai lần",
        "Cùng một khóa xuất hiện hai lần ở một chỗ; chỉ một giá trị được giữ. Xóa hoặc gộp một trong hai.";
    CommentInText = "KH-0107", "dấu # cắt mất phần sau của câu",
        "Dấu # sau dấu cách bắt đầu lời ghi chú của YAML, phần sau nó không được in. Đặt cả câu trong dấu nháy kép, hoặc viết dấu cách sau dấu #.";
    JoinedLine = "KH-0108", "dòng gạch đầu dòng bị nối vào câu trên",
        "Dòng bắt đầu bằng dấu gạch nhưng thụt sâu hơn dấu gạch của ý trên, nên YAML coi là phần tiếp của câu trên. Viết các dấu gạch thẳng cột; nếu đó vẫn là câu trên thì đưa dấu gạch lên cuối dòng trước.";
    StrayStar = "KH-0109", "dấu sao không khép",
        "Dấu sao mở đầu chữ nghiêng hay chữ đậm mà không có dấu đóng, nên được in nguyên. Viết đủ cặp, hoặc xóa dấu sao.";
    SplitSentence = "KH-0110", "câu bị dấu phẩy tách đôi",
        "Trong ngoặc vuông, dấu phẩy ngăn các phần của danh sách, nên một câu có dấu phẩy bị tách thành hai. Đặt cả câu trong dấu nháy kép.";
    NoNumber = "KH-0111", "chữ trông như không có giá trị",
        "Chữ này ở nhiều chương trình nghĩa là không có giá trị, nhưng ở đây được in như chữ. Không có giá trị thì viết ~ hoặc để trống.";
    UnknownKey = "KH-0201", "khóa lạ",
        "Khóa không có trong mô hình kế hoạch, thường do gõ nhầm. Dùng khóa được gợi ý, hoặc xem danh sách khóa.";
    MissingKey = "KH-0202", "thiếu khóa bắt buộc",
        "Thiếu một thông tin mà văn bản phải có. Thêm khóa được nêu.";
    WrongType = "KH-0203", "sai kiểu giá trị",
        "Giá trị không đúng dạng mà khóa này cần: chữ, danh sách hay nhóm khóa. Xem ví dụ kèm theo thông báo.";
    BadValue = "KH-0204", "giá trị không đọc được",
        "Giá trị không đúng cách viết: số, ngày, số tiền hoặc một trong các từ cho phép. Viết theo ví dụ kèm theo thông báo.";
    UnknownId = "KH-0205", "mã chưa được khai báo",
        "Mã được dùng nhưng không nơi nào khai báo. Sửa mã gõ nhầm, hoặc khai báo nó trong kế hoạch hay trong tệp dùng chung có tên bắt đầu bằng dấu gạch dưới.";
    DuplicateId = "KH-0206", "mã khai báo hai lần",
        "Một mã được khai báo ở hai nơi mà kế hoạch này đều đọc. Giữ một nơi, xóa hoặc đổi tên nơi kia.";
    Incompatible = "KH-0207", "các khóa không đi cùng nhau",
        "Hai khóa loại trừ nhau, hoặc một khóa cần một khóa khác. Giữ lại những khóa cần thiết.";
    BadBraces = "KH-0208", "gọi giá trị chưa đúng cách",
        "Trong câu chỉ gọi được tên một giá trị giữa {{ và }}, kèm các bộ lọc cho phép. Sửa theo gợi ý.";
    NoColumns = "KH-0209", "bảng thiếu cột",
        "Một bảng, một cột lớn phải có ít nhất một cột. Thêm cột, hoặc xóa khóa.";
    UndefinedValue = "KH-0303", "câu gọi giá trị không có",
        "Trong câu có {{ … }} gọi một giá trị mà kế hoạch không khai báo. Sửa tên theo danh sách được nêu, hoặc khai báo giá trị.";
    NotNumber = "KH-0326", "ô số gọi giá trị không dùng được",
        "Ô của một cột số gọi một giá trị không phải con số, hoặc tính bằng đơn vị khác, nên không cộng và không tính được. Gọi một con số cùng đơn vị, hoặc viết thẳng số. Ví dụ ô {{ kinh_phi.tong }} dùng được, ô {{ dia_danh }} thì không.";
    ColumnTooNarrow = "KH-0353", "cột quá hẹp",
        "Cột của bảng hẹp hơn chữ dài nhất trong đó, nên chữ bị ngắt giữa chừng. Đặt bảng vào phụ lục khổ ngang (huong: ngang), giảm cỡ chữ trong bảng (co_chu_bang: 11 pt), thu hẹp lề (le: {trai: 30 mm, phai: 15 mm}), hoặc bớt cột.";
    FigureCut = "KH-0354", "số bị cắt đôi",
        "Cột của bảng hẹp hơn một con số, ngày hay mã trong đó; in ra thì số bị cắt làm hai dòng và đọc sai. Đặt bảng vào phụ lục khổ ngang (huong: ngang), giảm cỡ chữ trong bảng (co_chu_bang: 11 pt), thu hẹp lề (le: {trai: 30 mm, phai: 15 mm}), bớt cột, hoặc đổi đơn vị tính.";
    AppendixSetting = "KH-0355", "cỡ chữ, lề của phụ lục ngoài quy định",
        "Cỡ chữ trong bảng hay lề trang của phụ lục nằm ngoài khoảng mà Nghị định 30/2020/NĐ-CP và thông lệ cho phép. Chọn giá trị trong khoảng được nêu, ví dụ co_chu_bang: 11 pt.";
    WaiverUnused = "KH-0371", "điều bỏ qua không còn gì để bỏ qua",
        "Một điều trong «bo_qua» không ứng với thông báo nào: chỗ sai đã sửa, hoặc chữ ở «tai» không có trên dòng mà thông báo chỉ vào. Xóa nó, hoặc chép lại chữ của dòng ấy.";
    WaiverRefused = "KH-0372", "điều không thể bỏ qua",
        "Chỉ bỏ qua được những thông báo về nội dung mà người soạn có thể đúng. Lỗi đọc tệp và lỗi khiến văn bản không in đúng được thì phải sửa.";
    BadSetting = "KH-0401", "thiết lập ngoài quy định",
        "Giá trị trong kehoach.yaml nằm ngoài khoảng mà Nghị định 30/2020/NĐ-CP cho phép. Chọn giá trị trong khoảng được nêu.";
    SameOutput = "KH-0402", "hai kế hoạch cùng một tệp kết quả",
        "Hai kế hoạch sẽ ghi đè kết quả của nhau. Đổi tên một tệp hoặc dựng chúng vào hai thư mục.";
    NoPlan = "KH-0403", "không có kế hoạch nào",
        "Không tìm thấy tệp kế hoạch nào ở nơi được nêu. Kế hoạch là tệp .yaml có tên không bắt đầu bằng dấu gạch dưới.";
    StrayFile = "KH-0404", "tệp không có đuôi .yaml",
        "Tệp trông như kế hoạch nhưng tên không kết thúc bằng .yaml viết thường, nên không được dựng. Đổi tên tệp.";
    TooManyNodes = "KH-0501", "tệp có quá nhiều phần",
        "Kế hoạch vượt quá mức mà mọi văn bản có thật cần tới. Làm theo gợi ý kèm theo thông báo.";
    TooManyEntries = "KH-0502", "khai báo quá nhiều mã",
        "Kế hoạch vượt quá mức mà mọi văn bản có thật cần tới. Làm theo gợi ý kèm theo thông báo.";
    TooManyParagraphs = "KH-0503", "quá nhiều đoạn",
        "Kế hoạch vượt quá mức mà mọi văn bản có thật cần tới. Làm theo gợi ý kèm theo thông báo.";
    TooManyRows = "KH-0504", "quá nhiều dòng bảng",
        "Kế hoạch vượt quá mức mà mọi văn bản có thật cần tới. Làm theo gợi ý kèm theo thông báo.";
    TooManyCells = "KH-0505", "quá nhiều ô bảng",
        "Kế hoạch vượt quá mức mà mọi văn bản có thật cần tới. Làm theo gợi ý kèm theo thông báo.";
    TooManyColumns = "KH-0506", "bảng quá nhiều cột",
        "Kế hoạch vượt quá mức mà mọi văn bản có thật cần tới. Làm theo gợi ý kèm theo thông báo.";
    HeaderTooDeep = "KH-0507", "đầu bảng quá nhiều tầng",
        "Kế hoạch vượt quá mức mà mọi văn bản có thật cần tới. Làm theo gợi ý kèm theo thông báo.";
    FormulaTooLong = "KH-0508", "công thức quá dài",
        "Kế hoạch vượt quá mức mà mọi văn bản có thật cần tới. Làm theo gợi ý kèm theo thông báo.";
    TooManyAppendices = "KH-0509", "quá nhiều phụ lục",
        "Kế hoạch vượt quá mức mà mọi văn bản có thật cần tới. Làm theo gợi ý kèm theo thông báo.";
    TooManyRecipients = "KH-0510", "quá nhiều nơi nhận, người ký",
        "Kế hoạch vượt quá mức mà mọi văn bản có thật cần tới. Làm theo gợi ý kèm theo thông báo.";
    PartsTooDeep = "KH-0511", "«trong đó» lồng quá sâu",
        "Kế hoạch vượt quá mức mà mọi văn bản có thật cần tới. Làm theo gợi ý kèm theo thông báo.";
    TextTooLong = "KH-0512", "đoạn văn quá dài",
        "Kế hoạch vượt quá mức mà mọi văn bản có thật cần tới. Làm theo gợi ý kèm theo thông báo.";
    LineTooLong = "KH-0513", "chữ quá dài cho chỗ in",
        "Kế hoạch vượt quá mức mà mọi văn bản có thật cần tới. Làm theo gợi ý kèm theo thông báo.";
    TooMuchPrinted = "KH-0514", "in lặp quá nhiều",
        "Kế hoạch vượt quá mức mà mọi văn bản có thật cần tới. Làm theo gợi ý kèm theo thông báo.";
    TooMuchText = "KH-0515", "văn bản quá dài",
        "Kế hoạch vượt quá mức mà mọi văn bản có thật cần tới. Làm theo gợi ý kèm theo thông báo.";
    RowsTooDeep = "KH-0516", "dòng bảng lồng quá sâu",
        "Kế hoạch vượt quá mức mà mọi văn bản có thật cần tới. Làm theo gợi ý kèm theo thông báo.";
    GroupsTooDeep = "KH-0517", "nhóm nhiệm vụ lồng quá sâu",
        "Kế hoạch vượt quá mức mà mọi văn bản có thật cần tới. Làm theo gợi ý kèm theo thông báo.";
    TemplateUnused = "MB-0001", "mẫu không dùng tới",
        "Tệp mẫu của cơ quan không trùng tên mẫu có sẵn nào và không mẫu nào gọi tới. Đặt đúng tên của mẫu muốn thay.";
    TemplateSyntax = "MB-0101", "mẫu sai cú pháp",
        "Tệp mẫu không đúng cú pháp Tera. Sửa mẫu tại chỗ được chỉ.";
    TemplateName = "MB-0102", "mẫu dùng tên không có",
        "Mẫu dùng một tên, bộ lọc hoặc tệp mẫu không tồn tại. Sửa tên theo danh sách kèm theo.";
    TemplateCycle = "MB-0103", "mẫu gọi vòng",
        "Các mẫu gọi lẫn nhau không dứt. Bỏ lời gọi khép vòng.";
    TemplateRender = "MB-0104", "mẫu không chạy được",
        "Mẫu gặp lỗi khi chạy. Sửa mẫu tại chỗ được chỉ.";
    MarkupSyntax = "MB-0201", "mẫu sinh ra XML hỏng",
        "Kết quả của mẫu không phải XML đúng cú pháp: thường là thẻ không đóng.";
    MarkupVocabulary = "MB-0202", "mẫu sinh ra thẻ lạ",
        "Kết quả của mẫu có thẻ hoặc thuộc tính không thuộc bộ thẻ của văn bản, hoặc đặt sai chỗ.";
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn codes_are_sorted_and_unique() {
        let ids: Vec<_> = Code::ALL.iter().map(|code| code.id).collect();
        let mut sorted = ids.clone();
        sorted.sort_unstable();
        sorted.dedup();
        assert_eq!(ids, sorted);
    }
}
