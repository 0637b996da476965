//! Documents that the plan cites (văn bản viện dẫn), and its legal bases (căn cứ).

use super::body::Body;
use crate::record;
use crate::schema::{Key, Kind, Many, Read, Reader};
use crate::value::{Entity, FullDate, Home, IdOrText, Name, Place, Ref, Spanned, Text};
use crate::yaml::{Node, Value};

record! {
    /// A document that the plan cites.
    pub group CitedDocument, DOCUMENT = "document", "văn bản viện dẫn";
    /// Tên loại.
    required_line KIND kind: Option<Text> = "loai", "Tên loại", "Tên loại văn bản, viết hoa chữ đầu.", "Kế hoạch";
    /// Số, ký hiệu; a law has none.
    optional_line NUMBER number: Option<Text> = "so_hieu", "Số, ký hiệu", "Số và ký hiệu, không có dấu cách; Luật không cần.", "21/KH-UBND";
    /// Day of issue.
    optional DATE date: Option<Spanned<FullDate>> = "ngay", "Ngày ban hành", "Ngày ban hành của văn bản.", "29/02/2024";
    /// Who issued it.
    optional ISSUER issuer: Option<IdOrText<Body>> = "co_quan", "Cơ quan ban hành", "Cơ quan ban hành: mã hoặc tên; Luật không cần.", "ubnd_huyen";
    /// Trích yếu.
    optional SUBJECT subject: Option<Text> = "trich_yeu", "Trích yếu", "Trích yếu, viết thường chữ đầu; với Luật là tên luật.", "về việc giảm nghèo bền vững năm 2024";
    /// What it is called once its full citation has defined that.
    optional_line SHORT short: Option<Text> = "ten_ngan", "Tên gọi tắt", "Tên gọi tắt, tự định nghĩa ở lần viện dẫn đầy đủ đầu tiên (sau đây gọi tắt là …), rồi in thay cho viện dẫn.", "Kế hoạch 277";
    /// The document that it carries out.
    optional CARRIES_OUT carries_out: Option<Ref<CitedDocument>> = "thuc_hien", "Thực hiện văn bản", "Văn bản cấp trên mà văn bản này thực hiện.", "qd90";
    /// Last day on which it is in force.
    optional UNTIL until: Option<Spanned<FullDate>> = "den_ngay", "Có hiệu lực đến ngày", "Ngày cuối cùng văn bản còn hiệu lực; không in.", "31/12/2026";
    /// The document that takes its place.
    optional REPLACED_BY replaced_by: Option<Ref<CitedDocument>> = "thay_bang", "Được thay bằng", "Mã văn bản thay thế văn bản này; không in.", "nd351";
    /// Where its text can be read.
    optional URL url: Option<Name> = "duong_dan", "Đường dẫn", "Nơi đọc được toàn văn; không in.", "vanban.chinhphu.vn";
}

impl Entity for CitedDocument {
    const HOME: &'static Home =
        &Home { term: "văn bản", place: "khóa «van_ban» của kế hoạch hoặc của tệp dùng chung" };
}

record! {
    /// One căn cứ.
    pub mixed LegalBasis, LEGAL_BASIS = "legal_basis", "căn cứ";
    /// Its first words, such as "Căn cứ"; `None` for those.
    optional_line VERB verb: Option<Text> = "dong_tu", "Động từ", "Từ mở đầu căn cứ; không viết là Căn cứ.", "Thực hiện";
    /// Who proposes the plan ("Theo đề nghị của"); the documents are their proposals.
    optional PROPOSER proposer: Option<IdOrText<Body>> = "theo_de_nghi", "Theo đề nghị của", "Cơ quan, chức danh đề nghị; văn bản là Tờ trình của họ.", "kinh_te";
    /// The documents under that verb.
    optional BASIS_DOCUMENTS documents: Many<Ref<CitedDocument>> = "van_ban", "Văn bản", "Mã văn bản, hoặc nhiều mã dưới cùng một động từ.", "kh21_huyen";
    /// Words in place of a citation.
    optional BASIS_TEXT text: Option<Text> = "loi", "Lời", "Lời viết tay thay cho phần viện dẫn.", "chức năng, nhiệm vụ được giao";
}

impl Read for LegalBasis {
    fn kind() -> Kind {
        <Ref<CitedDocument>>::kind().or(Kind::Group(&LEGAL_BASIS))
    }

    fn read(node: &Node, key: &Key, reader: &mut Reader) -> Option<Self> {
        let Value::Text(_) = node.value else { return reader.record(node, key) };
        if reader.has_glued_key(node, &LEGAL_BASIS) {
            return None;
        }
        let document = Ref::read(node, key, reader)?;
        let place = Place::without_keys(node.span.clone());
        Some(Self { verb: None, proposer: None, documents: Many(vec![document]), text: None, place })
    }
}
